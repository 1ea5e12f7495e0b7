package com.replylinter.judge;

import com.replylinter.match.Scan;
import com.replylinter.phrasebook.Hosts;
import com.replylinter.phrasebook.PlatformProfile;
import com.replylinter.token.Tokenizer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts that were read lately for one shop, each read once: the turns of a conversation are
 * heard again with every message that follows, and shops say many things again and again.
 *
 * <p>Not thread-safe.
 */
public final class Readings {
  /**
   * How much is kept.
   *
   * @param texts most texts
   * @param length of the longest of them, in UTF-16 code units
   */
  public record Limit(int texts, int length) {
    /** Everything: for one request, whose own size is limited. */
    static final Limit NONE = new Limit(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  private final CompiledBook book;
  private final PlatformProfile platform;
  private final Hosts hosts;
  private final Tokenizer tokenizer;
  private final int longest;
  private final Map<String, Reading> kept;

  /**
   * Nothing read yet.
   *
   * @param hosts whose links are the shop's own
   * @param limit how much is kept
   */
  Readings(
      CompiledBook book, PlatformProfile platform, Hosts hosts, Tokenizer tokenizer, Limit limit) {
    this.book = book;
    this.platform = platform;
    this.hosts = hosts;
    this.tokenizer = tokenizer;
    this.longest = limit.length();
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > limit.texts();
          }
        };
  }

  /** A text in the rules' own words. What a failing segmenter left open is read anew. */
  Reading of(String text) {
    if (text.length() > longest) {
      return read(text);
    }
    Reading known = kept.get(text);
    if (known == null || !known.scan().isComplete()) {
      known = read(text);
      kept.put(text, known);
    }
    return known;
  }

  private Reading read(String text) {
    Scan scan =
        book.index().scan(platform.read(book.book().variants().normalize(text)), hosts, tokenizer);
    return new Reading(book, scan);
  }
}
