package com.replylinter.phrasebook;

import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.likeness.LabelledCase;
import com.replylinter.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The labelled cases of a phrasebook: what {@code phrasebook learn} learns from.
 *
 * <p>They are the examples and rewrites of every rule (of a trap, its questions with its answers)
 * and the lines of {@code _cases/*.tsv}, with three columns between tabs: the ids of the rules that
 * the reply breaks, with commas, or {@code -} for a compliant one; what was said before; and the
 * reply. What was said before is nothing, one message of the buyer, or several turns such as {@code
 * 买:有发票吗|客:有的|买:要钱不}.
 */
public final class Cases {
  /**
   * A rule is learned from so many labelled offences on. Of fewer the model would learn a poor
   * likeness, and with it contradict the rule's own patterns; such rules are patterns alone.
   */
  public static final int ENOUGH_OFFENCES = 100;

  private static final String COMPLIANT = "-";

  private Cases() {}

  /**
   * Reads all cases of rules that have {@link #ENOUGH_OFFENCES}. Examples and rewrites of the
   * others are left out whole, as are lines that break no other rule: they are neither known
   * offences nor known to be compliant.
   *
   * @param folder the phrasebook's folder
   * @param book the phrasebook in it
   * @param problems told of every line that is no case
   * @throws IOException if a file cannot be read
   */
  public static List<LabelledCase> read(Path folder, Phrasebook book, List<Problem> problems)
      throws IOException {
    List<LabelledCase> lines = new ArrayList<>();
    for (SourceFile file : tables(folder, "_cases")) {
      readLines(file, book, lines, problems);
    }
    Set<String> learned = learned(book, lines);
    List<LabelledCase> cases = new ArrayList<>();
    for (Rule rule : book.rules()) {
      if (learned.contains(rule.id().toString()) || rule.kind() == Rule.Kind.TRAP) {
        rule.examples().forEach(example -> cases.addAll(ofExample(rule, example)));
        rule.rewrites().stream()
            .flatMap(rewrite -> Template.of(rewrite).fill(BuiltIn.SLOTS::get).stream())
            .forEach(rewrite -> cases.add(new LabelledCase(List.of(), List.of(), rewrite)));
      }
    }
    for (LabelledCase line : lines) {
      List<String> known = line.rules().stream().filter(learned::contains).toList();
      if (line.rules().isEmpty() || !known.isEmpty()) {
        cases.add(new LabelledCase(known, line.conversation(), line.draft()));
      }
    }
    return cases;
  }

  /** The rules with enough labelled offences, examples included. */
  private static Set<String> learned(Phrasebook book, List<LabelledCase> lines) {
    Map<String, Long> offences = new TreeMap<>();
    lines.forEach(line -> line.rules().forEach(id -> offences.merge(id, 1L, Long::sum)));
    for (Rule rule : book.rules()) {
      long bad = rule.examples().stream().filter(Example::bad).count();
      offences.merge(rule.id().toString(), bad, Long::sum);
    }
    offences.values().removeIf(count -> count < ENOUGH_OFFENCES);
    return offences.keySet();
  }

  /**
   * Reads the thesaurus: {@code _senses/*.tsv}, a name and expressions with | between, after a tab.
   *
   * @param folder the phrasebook's folder
   * @param problems told of every line that is no group of expressions
   * @throws IOException if a file cannot be read
   */
  public static Map<String, List<String>> thesaurus(Path folder, List<Problem> problems)
      throws IOException {
    Map<String, List<String>> senses = new TreeMap<>();
    for (SourceFile file : tables(folder, "_senses")) {
      int offset = 0;
      for (String line : file.text().split("\n", -1)) {
        String[] parts = line.split("\t", -1);
        if (parts.length == 2 && !parts[0].isBlank()) {
          List<String> group = senses.computeIfAbsent(parts[0], key -> new ArrayList<>());
          group.addAll(List.of(parts[1].split("\\|")));
        } else if (!line.isBlank()) {
          problems.add(Problem.at(file, offset, "每行应当是两栏：意思的名称、用 | 隔开的说法，用制表符隔开"));
        }
        offset += line.length() + 1;
      }
    }
    return senses;
  }

  private static List<SourceFile> tables(Path folder, String name) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    Path tables = folder.resolve(name);
    if (Files.isDirectory(tables)) {
      try (Stream<Path> paths = Files.list(tables)) {
        for (Path path : paths.filter(each -> each.toString().endsWith(".tsv")).sorted().toList()) {
          String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
          files.add(new SourceFile(name + "/" + path.getFileName(), text));
        }
      }
    }
    return files;
  }

  private static List<LabelledCase> ofExample(Rule rule, Example example) {
    if (rule.kind() == Rule.Kind.TRAP) {
      return ofTrap(rule, example);
    }
    List<String> rules = example.bad() ? List.of(rule.id().toString()) : List.of();
    return teaches(rule, example)
        ? List.of(new LabelledCase(rules, example.conversation(), example.draft()))
        : List.of();
  }

  /**
   * Whether an example is what it is by its words. What is compliant only because of the shop or
   * the day teaches nothing, since the model sees neither.
   */
  private static boolean teaches(Rule rule, Example example) {
    Shop shop = example.shop();
    return shop.platform() == Platform.TMALL
        && shop.itemLinks().isEmpty()
        && example.at() == null
        && (example.bad() || rule.when().holds(shop, LocalDate.MAX));
  }

  /** A question and the rule's answers to it, if these are good in every shop. */
  private static List<LabelledCase> ofTrap(Rule rule, Example example) {
    return example.bad() && rule.wordings().isEmpty()
        ? rule.rewrites().stream()
            .map(reply -> new LabelledCase(List.of(), example.conversation(), reply))
            .toList()
        : List.of();
  }

  private static void readLines(
      SourceFile file, Phrasebook book, List<LabelledCase> cases, List<Problem> problems) {
    Set<String> known = new HashSet<>(Set.of(COMPLIANT));
    book.rules().stream()
        .filter(rule -> rule.kind() != Rule.Kind.TRAP)
        .forEach(rule -> known.add(rule.id().toString()));
    int offset = 0;
    for (String line : file.text().split("\n", -1)) {
      String[] parts = line.strip().isEmpty() ? new String[0] : line.split("\t", -1);
      if (parts.length == 3) {
        List<String> labels = List.of(parts[0].split(",", -1));
        List<String> unknown = labels.stream().filter(label -> !known.contains(label)).toList();
        if (unknown.isEmpty()) {
          List<String> rules = labels.stream().filter(label -> !label.equals(COMPLIANT)).toList();
          cases.add(new LabelledCase(rules, conversation(parts[1]), parts[2]));
        } else {
          problems.add(Problem.at(file, offset, "没有编号为“" + unknown.get(0) + "”的规则；合规的回复请写“-”"));
        }
      } else if (parts.length > 0) {
        problems.add(Problem.at(file, offset, "每行应当是三栏：规则编号（合规写“-”）、买家的话、客服的回复，用制表符隔开"));
      }
      offset += line.length() + 1;
    }
  }

  /** One message of the buyer, or several turns that begin with 买: or 客: and have | between. */
  private static List<Turn> conversation(String written) {
    if (written.isBlank()) {
      return List.of();
    }
    if (!startsTurn(written)) {
      return List.of(Turn.buyer(written));
    }
    List<Turn> turns = new ArrayList<>();
    for (String part : written.split("\\|(?=[买客][:：])", -1)) {
      String text = part.substring(2);
      turns.add(part.charAt(0) == '买' ? Turn.buyer(text) : Turn.agent(text));
    }
    return turns;
  }

  private static boolean startsTurn(String written) {
    return written.length() > 1
        && "买客".indexOf(written.charAt(0)) >= 0
        && ":：".indexOf(written.charAt(1)) >= 0;
  }
}
