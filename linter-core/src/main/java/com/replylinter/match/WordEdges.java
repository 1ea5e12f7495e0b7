package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import com.replylinter.token.Tokenizer;
import java.util.BitSet;

/**
 * Evidence from the segmenter: is a single character a word of its own?
 *
 * <p>A character inside a longer token is none (开 in 开心), unless a known word straddles the token's
 * edge: then the segmenter cut wrongly (补税/点, where 税点 is known) and its evidence is void. Clauses
 * are tokenized when first asked about.
 */
final class WordEdges {
  private final NormalizedText text;
  private final Words words;
  private final Tokenizer tokenizer;
  private final BitSet straddled = new BitSet();
  private final BitSet boundaries = new BitSet();
  private final BitSet tokenized = new BitSet();
  private boolean failed;

  WordEdges(NormalizedText text, Words words, Tokenizer tokenizer) {
    this.text = text;
    this.words = words;
    this.tokenizer = tokenizer;
  }

  /** Whether {@code hit} may count as a word. Longer words always may. */
  boolean isWord(Hit hit) {
    if (!isSingle(hit)) {
      return true;
    }
    tokenize(hit.start());
    int start = boundaries.previousSetBit(hit.start());
    int end = boundaries.nextSetBit(hit.end());
    return end - start == 1 || straddled.get(start) || straddled.get(end);
  }

  /** Whether the segmenter failed on a clause, so that its characters count as words unproved. */
  boolean failed() {
    return failed;
  }

  /** Whether {@code hit} is one Chinese character. */
  boolean isSingle(Hit hit) {
    return hit.length() == 1 && TextNormalizer.isHan(text.charAt(hit.start()));
  }

  private void tokenize(int position) {
    int clause = text.clauseAt(position);
    if (tokenized.get(clause)) {
      return;
    }
    if (tokenized.isEmpty()) {
      words.markInside(straddled);
    }
    tokenized.set(clause);
    int start = position;
    while (start > 0 && text.clauseAt(start - 1) == clause) {
      start--;
    }
    int end = position + 1;
    while (end < text.length() && text.clauseAt(end) == clause) {
      end++;
    }
    BitSet local;
    try {
      local = tokenizer.boundaries(text.text().substring(start, end));
    } catch (Tokenizer.TokenizerException e) {
      failed = true;
      boundaries.set(start, end + 1);
      return;
    }
    for (int i = local.nextSetBit(0); i >= 0; i = local.nextSetBit(i + 1)) {
      boundaries.set(start + i);
    }
  }
}
