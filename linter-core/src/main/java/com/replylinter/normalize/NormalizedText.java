package com.replylinter.normalize;

import com.replylinter.text.Sentences;
import com.replylinter.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * A text as it is compared: folded characters, the way back to the original, and where clauses end.
 *
 * <p>All positions of this class are indexes of folded characters; {@link #original} leads back to
 * UTF-16 offsets of the text as sent.
 */
public final class NormalizedText {
  private final String source;
  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int[] clauses;
  private final BitSet quoted;
  private final List<Disguise> disguises;

  /**
   * A spelling that was read as another word.
   *
   * @param span where it stands, in UTF-16 code units of the text as sent
   * @param meaning the word it was read as
   */
  public record Disguise(Span span, String meaning) {}

  NormalizedText(
      String source,
      String text,
      int[] starts,
      int[] ends,
      int[] clauses,
      BitSet quoted,
      List<Disguise> disguises) {
    this.source = source;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.clauses = clauses;
    this.quoted = quoted;
    this.disguises = disguises;
  }

  /** The same with disguises undone; each character of a word stands for all it replaces. */
  NormalizedText edited(List<Edit> edits) {
    List<Disguise> undone = new ArrayList<>(disguises);
    edits.forEach(edit -> undone.add(new Disguise(original(edit.start(), edit.end()), edit.by())));
    return edited(edits, undone);
  }

  /** The same in other words; each character of a new one stands for the whole old one. */
  NormalizedText reworded(List<Edit> edits) {
    return edited(edits, disguises);
  }

  private NormalizedText edited(List<Edit> edits, List<Disguise> newDisguises) {
    int length = text.length();
    for (Edit edit : edits) {
      length += edit.by().length() - (edit.end() - edit.start());
    }
    StringBuilder newText = new StringBuilder(length);
    int[] newStarts = new int[length];
    int[] newEnds = new int[length];
    int[] newClauses = new int[length];
    BitSet newQuoted = new BitSet();
    int next = 0;
    for (int i = 0; i < text.length(); ) {
      Edit edit = next < edits.size() && edits.get(next).start() == i ? edits.get(next++) : null;
      String by = edit == null ? text.substring(i, i + 1) : edit.by();
      int end = edit == null ? i + 1 : edit.end();
      for (int k = 0; k < by.length(); k++) {
        int at = newText.length();
        newText.append(by.charAt(k));
        newStarts[at] = starts[i];
        newEnds[at] = ends[end - 1];
        newClauses[at] = clauses[i];
        newQuoted.set(at, quoted.get(i));
      }
      i = end;
    }
    return new NormalizedText(
        source, newText.toString(), newStarts, newEnds, newClauses, newQuoted, newDisguises);
  }

  /** What was read as another word, in no order. */
  public List<Disguise> disguises() {
    return Collections.unmodifiableList(disguises);
  }

  /** The folded characters. */
  public String text() {
    return text;
  }

  /** Number of folded characters. */
  public int length() {
    return text.length();
  }

  /** The folded character at {@code index}. */
  public char charAt(int index) {
    return text.charAt(index);
  }

  /** Number of the clause that the folded character at {@code index} belongs to, counted from 0. */
  public int clauseAt(int index) {
    return clauses[index];
  }

  /** Whether the folded characters at {@code a} and {@code b} stand in one clause. */
  public boolean sameClause(int a, int b) {
    return clauses[a] == clauses[b];
  }

  /**
   * Whether all folded characters from {@code start} to {@code end} stand inside quotation marks.
   */
  public boolean isQuoted(int start, int end) {
    return quoted.nextClearBit(start) >= end;
  }

  /** Whether a clause begins at {@code index}; true at the very start and end. */
  public boolean isClauseStart(int index) {
    return index <= 0 || index >= length() || clauses[index] != clauses[index - 1];
  }

  /** Its sentences, as spans of folded characters; at least one. */
  public Sentences sentences() {
    Sentences written = Sentences.of(source);
    List<Span> folded = new ArrayList<>();
    int start = 0;
    for (Span sentence : written.spans()) {
      int end = sentence.end() == source.length() ? length() : indexOf(sentence.end());
      if (end > start) {
        folded.add(new Span(start, end));
        start = end;
      }
    }
    return new Sentences(
        folded.isEmpty() ? List.of(new Span(0, length())) : folded, written.isLoose());
  }

  /** The first folded character that comes from {@code original} or later. */
  public int indexOf(int original) {
    int index = Arrays.binarySearch(starts, original);
    while (index > 0 && starts[index - 1] == original) {
      index--;
    }
    return index < 0 ? -index - 1 : index;
  }

  /**
   * The original span, in UTF-16 code units, of the folded characters from {@code start}
   * (inclusive) to {@code end} (exclusive).
   */
  public Span original(int start, int end) {
    return new Span(starts[start], ends[end - 1]);
  }

  /**
   * The folded characters from {@code start} to {@code end}, with the capital letters they were
   * written in.
   */
  public String written(int start, int end) {
    StringBuilder written = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char original = source.charAt(starts[i]);
      written.append(Character.toLowerCase(original) == text.charAt(i) ? original : text.charAt(i));
    }
    return written.toString();
  }

  /**
   * The original characters between the folded one at {@code index} and the one before it: blanks,
   * emoji, masking signs and whatever else was dropped there; mostly none.
   */
  public String droppedBefore(int index) {
    if (index <= 0 || index >= length() || starts[index] <= ends[index - 1]) {
      return "";
    }
    return source.substring(ends[index - 1], starts[index]);
  }

  /**
   * Whether nothing was dropped between the folded character at {@code index} and the one before.
   */
  public boolean isJoined(int index) {
    return index > 0 && index < length() && starts[index] <= ends[index - 1];
  }
}
