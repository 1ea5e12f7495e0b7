package com.replylinter.book;

import com.replylinter.Linter;
import com.replylinter.phrasebook.LoadResult;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The phrasebook of this module, loaded once for all tests. */
final class Book {
  static final Path FOLDER = Path.of(".");
  static final PhrasebookSource SOURCE = source();
  private static final LoadResult LOADED = PhrasebookLoader.load(SOURCE);

  private Book() {}

  /** Everything wrong with its files. */
  static List<Problem> problems() {
    return LOADED.problems();
  }

  /** The rules; fails with all problems if the book does not load. */
  static Phrasebook get() {
    return LOADED.phrasebook().orElseThrow(() -> new AssertionError(problemText()));
  }

  /** A linter over the whole book. */
  static Linter linter() {
    return LinterHolder.LINTER;
  }

  static String problemText() {
    return problems().stream().map(Problem::render).collect(Collectors.joining("\n", "\n", ""));
  }

  /** The lines of a file beside the tests. */
  static List<String> lines(String resource) {
    return text(Book.class.getResourceAsStream(resource)).lines().toList();
  }

  /** A file of the phrasebook. */
  static String file(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PhrasebookSource source() {
    try {
      return PhrasebookSource.directory(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(@org.jspecify.annotations.Nullable InputStream stream) {
    try (InputStream in = Objects.requireNonNull(stream, "no such resource")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Made when first asked for. */
  private static final class LinterHolder {
    static final Linter LINTER = Linter.of(get());
  }
}
