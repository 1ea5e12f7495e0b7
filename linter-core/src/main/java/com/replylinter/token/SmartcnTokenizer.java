package com.replylinter.token;

import java.io.IOException;
import java.io.StringReader;
import java.util.BitSet;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Lucene's smartcn segmenter (a hidden Markov model over a simplified-Chinese dictionary).
 *
 * <p>Only offsets are used: its token texts are not the user's. Its buffer holds 1024 characters,
 * so longer pieces are cut into chunks. Token streams are stateful: one a thread.
 */
public final class SmartcnTokenizer implements Tokenizer {
  private static final int CHUNK = 500;

  private final ThreadLocal<HMMChineseTokenizer> segmenters =
      ThreadLocal.withInitial(HMMChineseTokenizer::new);

  /** Loads the dictionary, which takes a tenth of a second and more and happens once. */
  public static void load() {
    new SmartcnTokenizer().boundaries("词典");
  }

  @Override
  public BitSet boundaries(String text) {
    BitSet boundaries = new BitSet(text.length() + 1);
    boundaries.set(0);
    boundaries.set(text.length());
    for (int from = 0; from < text.length(); from += CHUNK) {
      String chunk = text.substring(from, Math.min(from + CHUNK, text.length()));
      try {
        mark(chunk, from, boundaries);
      } catch (IOException | RuntimeException e) {
        segmenters.remove();
        throw new TokenizerException(e);
      }
    }
    return boundaries;
  }

  private void mark(String chunk, int from, BitSet boundaries) throws IOException {
    HMMChineseTokenizer segmenter = segmenters.get();
    segmenter.setReader(new StringReader(chunk));
    OffsetAttribute offset = segmenter.getAttribute(OffsetAttribute.class);
    segmenter.reset();
    while (segmenter.incrementToken()) {
      boundaries.set(from + offset.startOffset());
      boundaries.set(from + offset.endOffset());
    }
    segmenter.end();
    segmenter.close();
  }
}
