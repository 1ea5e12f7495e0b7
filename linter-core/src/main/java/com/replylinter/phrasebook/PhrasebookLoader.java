package com.replylinter.phrasebook;

import com.replylinter.Platform;
import com.replylinter.likeness.LikenessModel;
import com.replylinter.text.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a phrasebook whole. Every problem of every file is reported at once, and a book with a
 * problem is not loaded.
 */
public final class PhrasebookLoader {
  static final String BOOK_FILE = "phrasebook.yaml";
  static final String WORDS_FOLDER = "_words/";
  private static final String VARIANTS_FOLDER = "_variants/";

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, WordList> words = new LinkedHashMap<>();
  private final Map<RuleId, Rule> rules = new TreeMap<>();
  private final Map<RuleId, String> idFiles = new HashMap<>();
  private final PatternReader patterns = new PatternReader();
  private final VariantReader variants = new VariantReader();
  private final List<YamlNode> off = new ArrayList<>();
  private final PlatformReader platforms = new PlatformReader();
  private String released = "0";

  private PhrasebookLoader() {}

  /**
   * Loads the phrasebook in a folder.
   *
   * @throws IOException if the folder is missing or a file cannot be read
   */
  public static LoadResult load(Path folder) throws IOException {
    return load(PhrasebookSource.directory(folder));
  }

  /** Loads a phrasebook from its files. */
  public static LoadResult load(PhrasebookSource source) {
    return new PhrasebookLoader().read(source);
  }

  private LoadResult read(PhrasebookSource source) {
    for (SourceFile file : source.files()) {
      source
          .parse(file, problems)
          .ifPresent(tree -> readFile(file, new YamlNode(file, tree, problems)));
    }
    off.forEach(this::switchOff);
    if (rules.isEmpty() && problems.isEmpty()) {
      problems.add(new Problem(BOOK_FILE, 1, 1, "这里没有任何规则文件（应当是 <类别>/<名字>.yaml）", ""));
    }
    if (!source.isPacked()) { // what is packed was checked when it was built
      patterns.checkReferences(words.keySet());
      if (problems.isEmpty()) {
        patterns.checkCycles(words);
      }
      if (problems.isEmpty()) {
        patterns.checkClues(words);
      }
    }
    Map<Platform, PlatformProfile> profiles = platforms.profiles(rules.keySet());
    LikenessModel likeness = readModel(source.model());
    problems.sort(null);
    if (!problems.isEmpty()) {
      return new LoadResult(Optional.empty(), problems);
    }
    String version = released.replace('-', '.') + "-" + source.hash();
    return new LoadResult(
        Optional.of(
            new Phrasebook(
                version,
                List.copyOf(rules.values()),
                words,
                variants.variants(),
                profiles,
                likeness)),
        List.of());
  }

  private void readFile(SourceFile file, YamlNode root) {
    if (file.name().equals(BOOK_FILE)) {
      YamlNode.Fields fields = root.fields(new TreeSet<>(Set.of("released", "off")));
      released = fields.text("released");
      off.addAll(fields.items("off"));
    } else if (file.name().startsWith(WORDS_FOLDER)) {
      readWords(root);
    } else if (file.name().startsWith(VARIANTS_FOLDER)) {
      variants.read(root);
    } else if (file.name().startsWith(PlatformReader.FOLDER)) {
      platforms.read(file, root);
    } else {
      readRule(file, root);
    }
  }

  /** Sets the rules that an entry under {@code off} names aside. */
  private void switchOff(YamlNode entry) {
    Switches switches = new Switches(rules.values());
    Optional<Rule> tooGrave = switches.tooGrave(entry.text());
    if (tooGrave.isPresent()) {
      entry.problem("只有提醒级（remind）的规则可以关闭，“" + tooGrave.get().id() + "”不是");
    } else if (switches.named(entry.text()).isEmpty()) {
      entry.problem("没有“" + entry.text() + "”这条规则，或这一类规则");
    }
    for (Rule rule : switches.named(entry.text())) {
      rules.put(rule.id(), rule.withStatus(Rule.Status.OFF));
    }
  }

  private @Nullable LikenessModel readModel(byte[] bytes) {
    if (bytes.length == 0) {
      return null;
    }
    try {
      return LikenessModel.fromBytes(bytes);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          new Problem(PhrasebookSource.MODEL_FILE, 1, 1, "学习结果文件已损坏，请重新运行 phrasebook learn", ""));
      return null;
    }
  }

  private void readWords(YamlNode root) {
    root.fields()
        .all()
        .forEach(
            (name, value) -> {
              if (words.containsKey(name) || BuiltIn.NAMES.contains(name)) {
                value.problem("词表“" + name + "”已经有了，请换一个名字");
                return;
              }
              List<Rule.WrittenPattern> entries = new ArrayList<>();
              List<Rule.WrittenPattern> exceptions = new ArrayList<>();
              for (YamlNode item : value.items()) {
                if (item.text().startsWith("-")) {
                  patterns.read(item, 1).ifPresent(exceptions::add);
                } else {
                  patterns.read(item, 0).ifPresent(entries::add);
                }
              }
              words.put(name, new WordList(name, entries, exceptions));
            });
  }

  private void readRule(SourceFile file, YamlNode root) {
    Optional<Rule> read = new RuleReader(patterns).read(file, root);
    if (read.isEmpty()) {
      return;
    }
    Rule rule = read.get();
    List<RuleId> names = new ArrayList<>(rule.aliases());
    names.add(rule.id());
    for (RuleId name : names) {
      String other = idFiles.putIfAbsent(name, file.name());
      if (other != null) {
        root.problem("规则编号“" + name + "”在 " + other + " 里已经用过");
        return;
      }
    }
    rules.put(rule.id(), rule);
  }
}
