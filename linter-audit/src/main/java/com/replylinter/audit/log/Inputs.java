package com.replylinter.audit.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files that are meant by what the user names: a file itself, all files below a directory, all
 * members of a zip file, zip files within them too; always in the order of their names. What
 * operating systems and Excel leave behind is passed over ({@code .DS_Store}, {@code __MACOSX},
 * {@code ~$…}, {@code Thumbs.db}); so are links to directories below a directory.
 */
final class Inputs {
  private static final int MAX_DEPTH = 3;

  /** A member that unpacks to more is taken for an attack, in bytes. */
  private static final long MAX_UNPACKED = 4L << 30;

  private final Visitor visitor;

  /** Takes the files. */
  interface Visitor {
    /**
     * Takes a file.
     *
     * @param path where its bytes are while it is visited
     * @param name what the user calls it; a member of an archive is named behind {@code !/}
     * @param isNamed whether the user named the file himself
     */
    void file(Path path, String name, boolean isNamed) throws IOException;

    /** Takes the news that a file or archive cannot be opened. */
    void unreadable(String name, LogFileException why) throws IOException;
  }

  Inputs(Visitor visitor) {
    this.visitor = visitor;
  }

  /**
   * Visits what is meant.
   *
   * @throws LogFileException if the user named a file or archive that cannot be opened
   */
  void visit(List<Input> inputs) throws IOException {
    for (Input input : inputs) {
      if (!Files.exists(input.path())) {
        throw new LogFileException(
            Wording.of(
                "没有“%s”这个文件或目录。请检查路径。",
                "There is no file or folder “%s”. Check the path.", input.name()));
      }
      visit(input.path(), input.name(), true, 0);
    }
  }

  private void visit(Path path, String name, boolean isNamed, int depth) throws IOException {
    if (Files.isDirectory(path)) {
      List<Path> children;
      try (Stream<Path> listed = Files.list(path)) {
        children =
            listed
                .filter(child -> !isLeftBehind(fileName(child)) && !isLinkToDirectory(child))
                .sorted(Comparator.comparing(Inputs::fileName))
                .toList();
      }
      for (Path child : children) {
        visit(child, name.replaceAll("[/\\\\]+$", "") + "/" + fileName(child), false, depth);
      }
    } else if (!Files.isReadable(path)) {
      LogFileException why =
          new LogFileException(
              Wording.of(
                  "“%s”没有读取权限。请修改权限，或换一个有权限的用户。",
                  "“%s” may not be read. Change its permissions, or use another account.", name));
      if (isNamed) {
        throw why;
      }
      visitor.unreadable(name, why);
    } else if (Container.isZip(path)) {
      try {
        unzip(path, name, isNamed, depth);
      } catch (LogFileException e) {
        if (isNamed) {
          throw e;
        }
        visitor.unreadable(name, e);
      }
    } else {
      visitor.file(path, name, isNamed);
    }
  }

  private void unzip(Path path, String name, boolean isNamed, int depth) throws IOException {
    try (ZipFile zip = open(path, name)) {
      if (Container.isWorkbook(zip)) {
        visitor.file(path, name, isNamed);
        return;
      }
      if (depth == MAX_DEPTH) {
        throw new LogFileException(
            Wording.of(
                "“%s”是第 %d 层压缩包，没有读。请先解压。",
                "“%s” is a zip file at depth %d and was not read. Unpack it first.",
                name,
                depth + 1));
      }
      List<? extends ZipEntry> members =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .filter(
                  entry ->
                      Stream.of(entry.getName().split("/", -1)).noneMatch(Inputs::isLeftBehind))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      for (ZipEntry member : members) {
        visitMember(zip, member, name + "!/" + member.getName(), depth);
      }
    }
  }

  private void visitMember(ZipFile zip, ZipEntry member, String name, int depth)
      throws IOException {
    Path unpacked = Files.createTempFile("reply-linter-", ".member");
    try {
      try (InputStream in = zip.getInputStream(member);
          OutputStream out = Files.newOutputStream(unpacked)) {
        copy(in, out, name);
      } catch (ZipException e) {
        visitor.unreadable(name, damaged(name, e));
        return;
      } catch (LogFileException e) {
        visitor.unreadable(name, e);
        return;
      }
      visit(unpacked, name, false, depth + 1);
    } finally {
      Files.delete(unpacked);
    }
  }

  private static void copy(InputStream in, OutputStream out, String name) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      copied += n;
      if (copied > MAX_UNPACKED) {
        throw new LogFileException(
            Wording.of(
                "“%s”解压后超过 %d GB，没有读。请先解压，分成几个文件。",
                "“%s” unpacks to more than %d GB and was not read. Unpack it and split it.",
                name,
                MAX_UNPACKED >> 30));
      }
    }
  }

  /** Windows writes the names of members in GBK. */
  private static ZipFile open(Path path, String name) throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charsets.GB18030)) {
      try {
        return new ZipFile(path.toFile(), charset);
      } catch (ZipException e) {
        if (charset.equals(Charsets.GB18030)) {
          throw damaged(name, e);
        }
      }
    }
    throw new AssertionError();
  }

  private static LogFileException damaged(String name, ZipException e) {
    String message = String.valueOf(e.getMessage());
    return new LogFileException(
        message.contains("ncrypted")
            ? Wording.of(
                "压缩包“%s”有密码，读不了。请解压后再读。",
                "The zip file “%s” has a password and cannot be read. Unpack it first.", name)
            : Wording.of(
                "压缩包或表格“%s”损坏（%s），读不了。请重新导出，或解压、修复后再读。",
                "The zip file or workbook “%s” is damaged (%s) and cannot be read. Export it again,"
                    + " or unpack or repair it first.",
                name,
                message));
  }

  private static boolean isLeftBehind(String fileName) {
    return fileName.startsWith(".")
        || fileName.startsWith("~$")
        || fileName.equals("__MACOSX")
        || fileName.equalsIgnoreCase("thumbs.db")
        || fileName.equalsIgnoreCase("desktop.ini");
  }

  /** Such links may lead in circles. */
  private static boolean isLinkToDirectory(Path path) {
    return Files.isSymbolicLink(path) && Files.isDirectory(path);
  }

  private static String fileName(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }
}
