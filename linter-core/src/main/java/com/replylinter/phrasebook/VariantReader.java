package com.replylinter.phrasebook;

import com.replylinter.normalize.TextNormalizer;
import com.replylinter.normalize.Variant;
import com.replylinter.normalize.Variant.Beside;
import com.replylinter.normalize.Variants;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads {@code _variants} files: for each word the spellings that agents disguise it by.
 *
 * <p>From the syllables of a word follow all mixes of characters and syllables (fa票, 发piao,
 * fapiao), from its initials those with separators (v-x), and from the word itself its characters
 * doubled (发发票票).
 */
final class VariantReader {
  private static final Set<String> FIELDS =
      new TreeSet<>(Set.of("pinyin", "initials", "spellings", "beside", "innocent"));
  private static final Set<String> BESIDE_FIELDS =
      new TreeSet<>(Set.of("spellings", "after", "before"));
  private static final List<String> SEPARATORS = List.of("-", ".", "_", "/", "*", "'");

  /** Most spellings that one entry may stand for. */
  private static final int LIMIT = 500;

  private final List<Variant> variants = new ArrayList<>();
  private final List<String> innocent = new ArrayList<>();

  /** Everything read so far. */
  Variants variants() {
    return variants.isEmpty() ? Variants.NONE : Variants.of(variants, innocent);
  }

  /** Reads one file; what is wrong with it is reported there. */
  void read(YamlNode root) {
    root.fields().all().forEach(this::readWord);
  }

  private void readWord(String word, YamlNode value) {
    if (TextNormalizer.fold(word).isEmpty()) {
      value.problem("“" + word + "”里没有可以匹配的字");
      return;
    }
    YamlNode.Fields fields = value.fields(FIELDS);
    Set<String> spellings = new LinkedHashSet<>();
    YamlNode pinyin = fields.get("pinyin");
    if (pinyin != null) {
      spellings.addAll(mixes(word, pinyin));
    }
    for (YamlNode each : fields.items("initials")) {
      spellings.addAll(initials(each.text()));
    }
    for (YamlNode each : fields.items("spellings")) {
      spellings.addAll(expand(each));
    }
    spellings.addAll(doubled(word));
    add(word, spellings, Beside.ANYTHING);
    for (YamlNode each : fields.items("beside")) {
      YamlNode.Fields beside = each.fields(BESIDE_FIELDS);
      List<String> after = expandAll(beside.items("after"));
      List<String> before = expandAll(beside.items("before"));
      if (after.isEmpty() && before.isEmpty()) {
        each.problem("“beside”里要写 after 或 before：旁边是什么字的时候才算");
      }
      add(word, expandAll(beside.items("spellings")), new Beside(after, before));
    }
    innocent.addAll(expandAll(fields.items("innocent")));
  }

  private void add(String word, Iterable<String> spellings, Beside beside) {
    for (String spelling : spellings) {
      if (!TextNormalizer.fold(spelling).equals(TextNormalizer.fold(word))) {
        variants.add(new Variant(spelling, word, beside));
      }
    }
  }

  /** Every way to write some characters of the word as syllables and the others as they are. */
  private static List<String> mixes(String word, YamlNode pinyin) {
    String[] syllables = pinyin.text().strip().split(" +");
    if (syllables.length != word.length()) {
      pinyin.problem("“" + word + "”有 " + word.length() + " 个字，拼音却有 " + syllables.length + " 个音节");
      return List.of();
    }
    List<String> mixes = new ArrayList<>();
    for (int mask = 1; mask < 1 << syllables.length; mask++) {
      StringBuilder mix = new StringBuilder();
      for (int i = 0; i < syllables.length; i++) {
        mix.append((mask & 1 << i) == 0 ? word.substring(i, i + 1) : syllables[i]);
      }
      mixes.add(mix.toString());
    }
    for (String separator : SEPARATORS) {
      mixes.add(String.join(separator, syllables));
    }
    return mixes;
  }

  private static List<String> initials(String letters) {
    List<String> all = new ArrayList<>();
    all.add(letters);
    for (String separator : SEPARATORS) {
      all.add(String.join(separator, letters.split("")));
    }
    return all;
  }

  private static List<String> doubled(String word) {
    List<String> doubled = new ArrayList<>();
    int length = word.length();
    for (int mask = 1; length >= 2 && length <= 3 && mask < 1 << length; mask++) {
      StringBuilder each = new StringBuilder();
      for (int i = 0; i < length; i++) {
        each.append(word.charAt(i));
        if ((mask & 1 << i) != 0) {
          each.append(word.charAt(i));
        }
      }
      doubled.add(each.toString());
    }
    return doubled;
  }

  private static List<String> expandAll(List<YamlNode> items) {
    List<String> all = new ArrayList<>();
    items.forEach(item -> all.addAll(expand(item)));
    return all;
  }

  /** The spellings of {@code {薇|葳}信}. */
  private static List<String> expand(YamlNode item) {
    List<String> expanded = List.of("");
    String text = item.text();
    for (int at = 0; at < text.length(); ) {
      int open = text.indexOf('{', at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (open >= 0 && close < 0) {
        item.problemAt(open, "“{”没有对应的“}”");
        return List.of();
      }
      expanded = times(expanded, List.of(text.substring(at, open < 0 ? text.length() : open)));
      if (open >= 0) {
        expanded = times(expanded, List.of(text.substring(open + 1, close).split("\\|", -1)));
      }
      if (expanded.size() > LIMIT) {
        item.problem("这一项展开后有 " + expanded.size() + " 种写法，太多了，请拆开来写");
        return List.of();
      }
      at = open < 0 ? text.length() : close + 1;
    }
    return expanded.stream().filter(each -> isSpelling(item, each)).toList();
  }

  private static boolean isSpelling(YamlNode item, String spelling) {
    if (spelling.isBlank()) {
      item.problem("这里有一种写法是空的");
      return false;
    }
    return true;
  }

  private static List<String> times(List<String> heads, List<String> tails) {
    List<String> all = new ArrayList<>();
    for (String head : heads) {
      tails.forEach(tail -> all.add(head + tail));
    }
    return all;
  }
}
