package com.replylinter.phrasebook;

import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings tables back into a phrasebook: which files change, and how. A field whose cells are as
 * before keeps its text in the file to the letter, comments included; a rule or list that is not in
 * the tables any more goes.
 *
 * @param changes the files that change, in order of their names; none if there is any problem
 * @param tableProblems what is wrong with the tables
 * @param fileProblems what is then wrong with files that the tables do not show
 */
public record TableImport(
    List<FileChange> changes, List<TableProblem> tableProblems, List<Problem> fileProblems) {
  private static final String RULE_COMMENT =
      "# yaml-language-server: $schema=../rule.schema.json\n";
  private static final String WORDS_COMMENT =
      "# yaml-language-server: $schema=../words.schema.json\n";

  /** Keeps immutable copies. */
  public TableImport {
    changes = List.copyOf(changes);
    tableProblems = tableProblems.stream().sorted().toList();
    fileProblems = List.copyOf(fileProblems);
  }

  /**
   * Compares tables with a phrasebook.
   *
   * @param source the files as they are, with their text, without errors
   * @param tables the rules and word lists as they are to be
   */
  public static TableImport of(PhrasebookSource source, List<Table> tables) {
    TableFiles read = new TableFiles(tables);
    if (!read.problems().isEmpty()) {
      return new TableImport(List.of(), read.problems(), List.of());
    }
    TableImport wrong = check(source, read);
    if (!wrong.tableProblems.isEmpty() || !wrong.fileProblems.isEmpty()) {
      return wrong;
    }
    Map<String, SourceFile> before = new TreeMap<>();
    source.files().stream()
        .filter(file -> TableExport.isTabled(file.name()))
        .forEach(file -> before.put(file.name(), file));
    Map<String, Tree.Fields> wanted = read.files();
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(wanted.keySet());
    List<FileChange> changes = new ArrayList<>();
    for (String name : names) {
      SourceFile old = before.get(name);
      String after = after(name, old, wanted.get(name));
      if (old == null || !old.text().equals(after)) {
        changes.add(new FileChange(name, old == null ? null : old.text(), after));
      }
    }
    return new TableImport(changes, List.of(), List.of());
  }

  /** Loads the book as it would be, and brings its problems to the cells that they come from. */
  private static TableImport check(PhrasebookSource source, TableFiles read) {
    List<SourceFile> files = new ArrayList<>();
    source.files().stream().filter(file -> !TableExport.isTabled(file.name())).forEach(files::add);
    Map<String, YamlWriter.Written> written = new LinkedHashMap<>();
    read.files().forEach((name, root) -> written.put(name, YamlWriter.file("", root)));
    written.forEach((name, file) -> files.add(new SourceFile(name, file.text())));
    List<TableProblem> tableProblems = new ArrayList<>();
    List<Problem> fileProblems = new ArrayList<>();
    for (Problem problem : PhrasebookLoader.load(new PhrasebookSource(files)).problems()) {
      YamlWriter.Written file = written.get(problem.file());
      if (file == null) {
        fileProblems.add(problem);
      } else {
        int offset =
            new SourceFile(problem.file(), file.text()).offset(problem.line(), problem.column());
        tableProblems.add(read.problemAt(file.place(offset), problem.message()));
      }
    }
    return new TableImport(List.of(), tableProblems, fileProblems);
  }

  private static @Nullable String after(
      String name, @Nullable SourceFile old, Tree.@Nullable Fields wanted) {
    if (wanted == null) {
      return null;
    }
    if (old == null) {
      boolean words = name.startsWith(PhrasebookLoader.WORDS_FOLDER);
      return YamlWriter.file(words ? WORDS_COMMENT : RULE_COMMENT, wanted).text();
    }
    Map<String, Optional<String>> changes = changes(texts(canonical(old)), texts(wanted));
    if (changes.isEmpty()) {
      return old.text();
    }
    String patched = YamlPatch.apply(old, changes, RuleReader.FIELDS_IN_ORDER);
    return texts(canonical(new SourceFile(name, patched))).equals(texts(wanted))
        ? patched
        : YamlWriter.file(YamlPatch.comments(old.text()), wanted).text();
  }

  /** What a file says, put the way tables put it. */
  private static Tree.Fields canonical(SourceFile file) {
    Map<String, Tree.Fields> files =
        new TableFiles(TableExport.of(new PhrasebookSource(List.of(file)))).files();
    return files.getOrDefault(file.name(), new Tree.Fields(0, List.of()));
  }

  /** The text of each field. */
  private static Map<String, String> texts(Tree.Fields root) {
    Map<String, String> texts = new LinkedHashMap<>();
    root.values()
        .forEach(field -> texts.put(((Tree.Text) field.key()).value(), YamlWriter.field(field)));
    return texts;
  }

  private static Map<String, Optional<String>> changes(
      Map<String, String> before, Map<String, String> after) {
    Set<String> keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    for (String key : keys) {
      String text = after.get(key);
      if (text == null || !text.equals(before.get(key))) {
        changes.put(key, Optional.ofNullable(text));
      }
    }
    return changes;
  }
}
