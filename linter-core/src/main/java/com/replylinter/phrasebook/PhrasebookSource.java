package com.replylinter.phrasebook;

import com.replylinter.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a phrasebook, read but not understood.
 *
 * @param files every YAML file, in order of its name
 */
public record PhrasebookSource(List<SourceFile> files) {
  private static final String BUNDLE = "/phrasebook/";

  /** Sorts and keeps an immutable copy. */
  public PhrasebookSource {
    files = files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
  }

  /**
   * Reads the YAML files below a folder.
   *
   * @throws NoSuchFileException if it does not exist
   * @throws NotDirectoryException if it is no folder
   * @throws IOException if a file cannot be read
   */
  public static PhrasebookSource directory(Path root) throws IOException {
    if (!Files.exists(root)) {
      throw new NoSuchFileException(root.toString());
    }
    if (!Files.isDirectory(root)) {
      throw new NotDirectoryException(root.toString());
    }
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root, 2)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(path).toString().replace('\\', '/');
        if (isPhrasebookFile(name)) {
          files.add(
              new SourceFile(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new PhrasebookSource(files);
  }

  /**
   * The phrasebook packed on the class path.
   *
   * @throws IllegalStateException if none is there
   */
  public static PhrasebookSource bundled() {
    List<SourceFile> files = new ArrayList<>();
    for (String name :
        resource("INDEX").lines().filter(PhrasebookSource::isPhrasebookFile).toList()) {
      files.add(new SourceFile(name, resource(name)));
    }
    return new PhrasebookSource(files);
  }

  private static boolean isPhrasebookFile(String name) {
    return name.endsWith(".yaml")
        && (name.contains("/") || name.equals(PhrasebookLoader.BOOK_FILE))
        && !name.startsWith("src/")
        && !name.startsWith("target/");
  }

  private static String resource(String name) {
    try (InputStream in = PhrasebookSource.class.getResourceAsStream(BUNDLE + name)) {
      if (in == null) {
        throw new IllegalStateException("no " + BUNDLE + name + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
