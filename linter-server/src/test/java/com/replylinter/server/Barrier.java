package com.replylinter.server;

import com.replylinter.token.SmartcnTokenizer;
import com.replylinter.token.Tokenizer;
import java.util.BitSet;
import java.util.concurrent.CountDownLatch;

/** A segmenter that waits at one message until it is let go on, so that an audit is held there. */
final class Barrier implements Tokenizer {
  /** A message that is held: whether it offends depends on a word's boundaries. */
  static final String HELD = "您扫一下码";

  private final Tokenizer real = new SmartcnTokenizer();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Lets everything pass from now on. */
  void open() {
    closed.countDown();
  }

  @Override
  public BitSet boundaries(String text) {
    if (text.contains(HELD)) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        throw new TokenizerException(e);
      }
    }
    return real.boundaries(text);
  }
}
