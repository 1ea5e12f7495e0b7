package com.replylinter.server.audit;

import com.replylinter.audit.log.Wording;
import com.replylinter.server.audit.AuditFault.Kind;
import com.replylinter.server.audit.JobRecord.Upload;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Takes the files of a request to disk as they arrive, so that none is ever held in memory, and its
 * fields.
 */
final class UploadReader {
  static final String FORM = "multipart/form-data";
  static final String BINARY = "application/octet-stream";

  /** Names the file of a body that is one. */
  private static final String NAME = "name";

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final long maxBytes;

  /**
   * A reader of one request.
   *
   * @param folder where the files go, numbered from 0
   * @param maxBytes most bytes of the request's body
   */
  UploadReader(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /**
   * What was sent.
   *
   * @param files the files, in their order
   * @param fields all else
   */
  record Read(List<Upload> files, AuditFields fields) {}

  /** The fields that stand in the address. */
  static AuditFields inAddress(Context ctx) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    ctx.queryParamMap()
        .forEach(
            (name, sent) -> {
              List<String> said = sent.stream().filter(value -> !value.isBlank()).toList();
              if (!said.isEmpty() && !(name.equals(NAME) && isBinary(ctx))) {
                values.put(name, said);
              }
            });
    return new AuditFields(values);
  }

  /**
   * Reads the body of a request.
   *
   * @throws AuditFault if it is too large, broken, of another type or without a file
   * @throws IOException if it does not arrive
   */
  Read read(Context ctx) throws IOException {
    if (ctx.req().getContentLengthLong() > maxBytes) {
      throw tooLarge();
    }
    Read read = isBinary(ctx) ? binary(ctx) : form(ctx);
    if (read.files.isEmpty()) {
      throw AuditFields.invalid(
          "file",
          new Wording(
              "没有选择文件。请把导出的聊天记录放在字段 file 里。", "There is no file. Send the log in the field file."));
    }
    for (Upload file : read.files) {
      if (file.bytes() == 0) {
        throw AuditFields.invalid(
            "file", Wording.of("文件“%s”是空的。", "The file “%s” is empty.", file.name()));
      }
    }
    return read;
  }

  private Read binary(Context ctx) throws IOException {
    String name = ctx.queryParam(NAME);
    try (UploadFile file = new UploadFile(folder.resolve("0"), name == null ? "" : name)) {
      transfer(ctx.bodyInputStream(), file::write);
      return new Read(List.of(file.upload()), inAddress(ctx));
    }
  }

  private Read form(Context ctx) throws IOException {
    String boundary = boundary(ctx.contentType());
    if (boundary == null) {
      throw new AuditFault(
          Kind.UNSUPPORTED_TYPE,
          Wording.of(
              "请用 %s 上传（字段 file），或用 %s 并在地址里写 ?name=文件名。",
              "Upload as %s (field file), or as %s with ?name= in the address.", FORM, BINARY));
    }
    try (FormParts parts = new FormParts(folder, inAddress(ctx))) {
      MultiPart.Parser parser = new MultiPart.Parser(boundary, parts);
      parser.setMaxParts(FormParts.MAX_PARTS);
      transfer(
          ctx.bodyInputStream(),
          (bytes, length) -> {
            parser.parse(Content.Chunk.from(ByteBuffer.wrap(bytes, 0, length), false));
            parts.orFail();
          });
      parser.parse(Content.Chunk.EOF);
      parts.orFail();
      return new Read(parts.files(), parts.fields());
    }
  }

  /** Takes some bytes. */
  private interface Sink {
    void take(byte[] bytes, int length);
  }

  private void transfer(InputStream in, Sink out) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long taken = 0;
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      taken += length;
      if (taken > maxBytes) {
        throw tooLarge();
      }
      out.take(buffer, length);
    }
  }

  private AuditFault tooLarge() {
    long megabytes = maxBytes / AuditSettings.MEGABYTE;
    return new AuditFault(
        Kind.TOO_LARGE,
        "file",
        Wording.of(
            "一次最多上传 %d MB。请压缩成 zip，或分成几次上传；更大的可以在命令行用 linter audit 检查。",
            "At most %d MB at once. Zip the file or upload it in parts; audit larger ones by linter"
                + " audit on the command line.",
            megabytes));
  }

  private static boolean isBinary(Context ctx) {
    return type(ctx.contentType()).equals(BINARY);
  }

  private static String type(@Nullable String header) {
    return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String boundary(@Nullable String header) {
    return type(header).equals(FORM) ? MultiPart.extractBoundary(header) : null;
  }
}
