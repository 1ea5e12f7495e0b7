package com.replylinter.explain;

import com.replylinter.explain.Explanation.Piece;
import com.replylinter.match.Hit;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import com.replylinter.token.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A draft cut into clauses and these into words, as the judge sees them. */
final class Segmentation {
  private final NormalizedText draft;
  private final List<Piece> clauses = new ArrayList<>();
  private final List<Piece> words = new ArrayList<>();
  private final BitSet boundaries = new BitSet();

  Segmentation(NormalizedText draft, Tokenizer tokenizer) {
    this.draft = draft;
    for (int start = 0, end; start < draft.length(); start = end) {
      end = start + 1;
      while (!draft.isClauseStart(end)) {
        end++;
      }
      clauses.add(piece(start, end));
      cut(start, end, tokenizer);
    }
  }

  private void cut(int start, int end, Tokenizer tokenizer) {
    boundaries.set(start);
    boundaries.set(end);
    BitSet local;
    try {
      local = tokenizer.boundaries(draft.text().substring(start, end));
    } catch (Tokenizer.TokenizerException e) {
      return; // the report says whether that mattered
    }
    for (int from = 0, to = local.nextSetBit(1); to > 0; to = local.nextSetBit(to + 1)) {
      boundaries.set(start + to);
      words.add(piece(start + from, start + to));
      from = to;
    }
  }

  /** The clauses, in order. */
  List<Piece> clauses() {
    return clauses;
  }

  /** The words, in order; a clause on which the segmenter fails has none. */
  List<Piece> words() {
    return words;
  }

  /** The longer words that single Chinese characters of the hit are only a part of. */
  List<Piece> wordsAround(Hit hit) {
    List<Piece> around = new ArrayList<>();
    for (Hit part : hit.leaves()) {
      int start = boundaries.previousSetBit(part.start());
      int end = boundaries.nextSetBit(part.end());
      if (part.length() == 1
          && end - start > 1
          && TextNormalizer.isHan(draft.charAt(part.start()))) {
        around.add(piece(start, end));
      }
    }
    return around;
  }

  private Piece piece(int start, int end) {
    return new Piece(draft.original(start, end), draft.text().substring(start, end));
  }
}
