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
 * @param model the learned likeness model's bytes; empty if there is none
 */
public record PhrasebookSource(List<SourceFile> files, byte[] model) {
  /** Where the learned model lies, below the phrasebook's folder. */
  public static final String MODEL_FILE = "_model/likeness.bin";

  private static final String BUNDLE = "/phrasebook/";

  /** A source without a learned model. */
  public PhrasebookSource(List<SourceFile> files) {
    this(files, new byte[0]);
  }

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
    Path model = root.resolve(MODEL_FILE);
    return new PhrasebookSource(
        files, Files.exists(model) ? Files.readAllBytes(model) : new byte[0]);
  }

  /**
   * The phrasebook packed on the class path.
   *
   * @throws IllegalStateException if none is there
   */
  public static PhrasebookSource bundled() {
    List<SourceFile> files = new ArrayList<>();
    List<String> index = new String(resource("INDEX"), StandardCharsets.UTF_8).lines().toList();
    for (String name : index.stream().filter(PhrasebookSource::isPhrasebookFile).toList()) {
      files.add(new SourceFile(name, new String(resource(name), StandardCharsets.UTF_8)));
    }
    return new PhrasebookSource(
        files, index.contains(MODEL_FILE) ? resource(MODEL_FILE) : new byte[0]);
  }

  private static boolean isPhrasebookFile(String name) {
    return name.endsWith(".yaml")
        && (name.contains("/") || name.equals(PhrasebookLoader.BOOK_FILE))
        && !name.startsWith("src/")
        && !name.startsWith("target/");
  }

  private static byte[] resource(String name) {
    try (InputStream in = PhrasebookSource.class.getResourceAsStream(BUNDLE + name)) {
      if (in == null) {
        throw new IllegalStateException("no " + BUNDLE + name + " on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
