package com.replylinter.normalize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Undoes disguises (薇❤, fa票, 扣扣) after the other folds: every spelling of the phrasebook's variants
 * becomes the word it stands for, with the way back to the text as sent.
 *
 * <p>Texts and the words of rules pass through the same variants, so a rule may name either
 * spelling. Immutable and thread-safe.
 */
public final class Variants {
  /** No variants: the other folds alone. */
  public static final Variants NONE = new Variants(List.of(), List.of());

  private final List<Variant> all;
  private final VariantFold words;
  private final VariantFold symbols;
  private final BitSet units = new BitSet();

  private Variants(List<Variant> variants, List<String> innocent) {
    this.all = List.copyOf(variants);
    List<Variant> ofWords = new ArrayList<>();
    List<Variant> ofSymbols = new ArrayList<>();
    for (Variant variant : variants) {
      String meaning = TextNormalizer.fold(variant.meaning());
      String folded = TextNormalizer.foldCharacters(variant.spelling());
      Variant each = new Variant(folded, meaning, variant.beside().folded());
      if (folded.chars().anyMatch(c -> TextNormalizer.isSymbol((char) c))) {
        folded.chars().filter(c -> TextNormalizer.isSymbol((char) c)).forEach(units::set);
        ofSymbols.add(each);
      } else {
        ofWords.add(each);
      }
    }
    this.words = new VariantFold(ofWords, innocent.stream().map(TextNormalizer::fold).toList());
    this.symbols = new VariantFold(ofSymbols, List.of());
  }

  /**
   * Variants.
   *
   * @param variants the spellings
   * @param innocent longer words in which a spelling means nothing, such as 威信扫地
   */
  public static Variants of(List<Variant> variants, List<String> innocent) {
    return new Variants(variants, innocent);
  }

  /** Every spelling. */
  public List<Variant> all() {
    return all;
  }

  /** Folds {@code original}; never fails, whatever it contains. */
  public NormalizedText normalize(String original) {
    NormalizedText text =
        TextNormalizer.normalize(original, holdsSymbol(original) ? symbols : null);
    List<Edit> edits = words.edits(text.text());
    return edits.isEmpty() ? text : text.edited(edits);
  }

  /** The folded characters alone, for the words of rules. */
  public String fold(String literal) {
    return normalize(literal).text();
  }

  private boolean holdsSymbol(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80 && units.get(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
