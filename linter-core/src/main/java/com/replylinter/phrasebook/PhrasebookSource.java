package com.replylinter.phrasebook;

import com.replylinter.text.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a phrasebook, read but not understood.
 *
 * <p>Those on the class path were parsed when the program was built.
 */
public final class PhrasebookSource {
  /** Where the learned model lies, below the phrasebook's folder. */
  public static final String MODEL_FILE = "_model/likeness.bin";

  private static final String BUNDLE = "/phrasebook/";

  private final List<SourceFile> files;
  private final byte[] model;
  private final Map<String, Tree> parsed;
  private final String hash;

  private PhrasebookSource(
      List<SourceFile> files, byte[] model, Map<String, Tree> parsed, String hash) {
    this.files = files;
    this.model = model;
    this.parsed = parsed;
    this.hash = hash;
  }

  /** A source without a learned model. */
  public PhrasebookSource(List<SourceFile> files) {
    this(files, new byte[0]);
  }

  private PhrasebookSource(List<SourceFile> files, byte[] model) {
    this.files = files.stream().sorted(Comparator.comparing(SourceFile::name)).toList();
    this.model = model;
    this.parsed = Map.of();
    this.hash = digest(this.files, model);
  }

  /** Every YAML file, in order of its name; those of the class path without their text. */
  public List<SourceFile> files() {
    return files;
  }

  /** The learned likeness model's bytes; empty if there is none. */
  public byte[] model() {
    return model.clone();
  }

  /** The same without what was learned. */
  public PhrasebookSource unlearned() {
    return new PhrasebookSource(files, new byte[0], parsed, hash);
  }

  /** What a file says; empty after reporting a syntax error or an empty file. */
  Optional<Tree> parse(SourceFile file, List<Problem> problems) {
    Tree known = parsed.get(file.name());
    return known == null ? YamlFile.parse(file, problems) : Optional.of(known);
  }

  /** Whether it was parsed, and found right, when the program was built. */
  boolean isPacked() {
    return !parsed.isEmpty();
  }

  /** Short hash of the content. */
  String hash() {
    return hash;
  }

  private static String digest(List<SourceFile> files, byte[] model) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (SourceFile file : files) {
        digest.update((file.name() + '\n' + file.text() + '\n').getBytes(StandardCharsets.UTF_8));
      }
      digest.update(model);
      return HexFormat.of().formatHex(digest.digest()).substring(0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(resource("book.bin")));
    try {
      return packed(in, resource(MODEL_FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The whole source as bytes, to be sent to other machines.
   *
   * @throws IllegalArgumentException if a file is no YAML
   */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(model.length);
      out.write(model);
      PackedBook.write(this, out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /**
   * The source that {@link #toBytes} gave. What its patterns refer to is not checked again, so it
   * must have been loaded without errors there.
   *
   * @throws IllegalArgumentException if the bytes are others
   */
  public static PhrasebookSource fromBytes(byte[] bytes) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      byte[] model = in.readNBytes(in.readInt());
      return packed(in, model);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a packed phrasebook", e);
    }
  }

  private static PhrasebookSource packed(DataInputStream in, byte[] model) throws IOException {
    String hash = in.readUTF();
    Map<String, Tree> parsed = PackedBook.read(in);
    List<SourceFile> files =
        parsed.keySet().stream().map(name -> new SourceFile(name, "")).toList();
    return new PhrasebookSource(files, model, parsed, hash);
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
