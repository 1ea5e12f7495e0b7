package com.replylinter.phrasebook;

import com.replylinter.text.SourceFile;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a phrasebook, parsed once when the program is built: reading YAML at every start
 * would take half of it.
 */
public final class PackedBook {
  private static final int TEXT = 0;
  private static final int ITEMS = 1;
  private static final int FIELDS = 2;

  private PackedBook() {}

  /**
   * Packs the phrasebook in a folder.
   *
   * @param arguments the folder, and the file to write
   * @throws IOException if either fails, or a file is no YAML
   */
  public static void main(String[] arguments) throws IOException {
    PhrasebookSource source = PhrasebookSource.directory(Path.of(arguments[0]));
    List<Problem> problems = new ArrayList<>(PhrasebookLoader.load(source.unlearned()).problems());
    if (!problems.isEmpty()) {
      throw new IOException(String.join("\n", problems.stream().map(Problem::render).toList()));
    }
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
      write(source, out);
    }
  }

  /** Writes the hash and the parsed files of a source without errors. */
  static void write(PhrasebookSource source, DataOutputStream out) throws IOException {
    Packer packer = new Packer();
    List<Problem> problems = new ArrayList<>();
    for (SourceFile file : source.files()) {
      packer.text(file.name());
      packer.write(source.parse(file, problems).orElse(new Tree.Fields(0, List.of())));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.get(0).render());
    }
    out.writeUTF(source.hash());
    packer.end(source.files().size(), out);
  }

  /** The parsed files by name, in order, after the hash has been read. */
  static Map<String, Tree> read(DataInputStream in) throws IOException {
    Unpacker unpacker = new Unpacker(in);
    Map<String, Tree> trees = new LinkedHashMap<>();
    for (int i = 0; i < unpacker.files; i++) {
      trees.put(unpacker.text(), unpacker.tree());
    }
    return trees;
  }

  /** All texts joined, and numbers that tell how to take them apart. */
  private static final class Packer {
    private final StringBuilder texts = new StringBuilder();
    private final List<Integer> numbers = new ArrayList<>();

    void text(String value) {
      numbers.add(value.length());
      texts.append(value);
    }

    void write(Tree tree) {
      if (tree instanceof Tree.Text text) {
        numbers.add(TEXT);
        numbers.add(text.at());
        text(text.value());
      } else if (tree instanceof Tree.Items items) {
        numbers.add(ITEMS);
        numbers.add(items.at());
        numbers.add(items.values().size());
        items.values().forEach(this::write);
      } else if (tree instanceof Tree.Fields fields) {
        numbers.add(FIELDS);
        numbers.add(fields.at());
        numbers.add(fields.values().size());
        for (Tree.Field field : fields.values()) {
          write(field.key());
          write(field.value());
        }
      }
    }

    void end(int files, DataOutputStream out) throws IOException {
      byte[] joined = texts.toString().getBytes(StandardCharsets.UTF_8);
      out.writeInt(files);
      out.writeInt(joined.length);
      out.write(joined);
      out.writeInt(numbers.size());
      for (int number : numbers) {
        out.writeInt(number);
      }
    }
  }

  private static final class Unpacker {
    private final int files;
    private final String texts;
    private final int[] numbers;
    private int nextText;
    private int nextNumber;

    Unpacker(DataInputStream in) throws IOException {
      files = in.readInt();
      texts = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      numbers = new int[in.readInt()];
      ByteBuffer.wrap(in.readNBytes(Integer.BYTES * numbers.length)).asIntBuffer().get(numbers);
    }

    String text() {
      int start = nextText;
      nextText += numbers[nextNumber++];
      return texts.substring(start, nextText);
    }

    Tree tree() {
      int kind = numbers[nextNumber++];
      int at = numbers[nextNumber++];
      if (kind == TEXT) {
        return new Tree.Text(at, text());
      }
      int count = numbers[nextNumber++];
      if (kind == ITEMS) {
        List<Tree> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          items.add(tree());
        }
        return new Tree.Items(at, items);
      }
      List<Tree.Field> fields = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        fields.add(new Tree.Field(tree(), tree()));
      }
      return new Tree.Fields(at, fields);
    }
  }
}
