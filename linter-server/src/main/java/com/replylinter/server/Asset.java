package com.replylinter.server;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** What is made or read once and served from memory, such as a file of a page. */
final class Asset {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "json", Json.CONTENT_TYPE);

  private final byte[] bytes;
  private final String type;
  private final String etag;

  private Asset(byte[] bytes, String type, String etag) {
    this.bytes = bytes;
    this.type = type;
    this.etag = etag;
  }

  /** Something to serve, of a content type. */
  static Asset of(byte[] bytes, String type) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset(bytes, type, "\"" + HexFormat.of().formatHex(digest, 0, 8) + "\"");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** The file of this path on the class path. */
  static Asset load(String path) {
    return find(path).orElseThrow(() -> new IllegalStateException("no file to serve at " + path));
  }

  /** The file of this path on the class path, if there is one and its type is known. */
  static Optional<Asset> find(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    try (InputStream in = Asset.class.getResourceAsStream(path)) {
      return in == null || type == null
          ? Optional.empty()
          : Optional.of(of(in.readAllBytes(), type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers with the file, or says that the browser has it already. */
  void serve(Context ctx) {
    ctx.header("ETag", etag).header("Cache-Control", "no-cache");
    if (etag.equals(ctx.header("If-None-Match"))) {
      ctx.status(HttpStatus.NOT_MODIFIED);
    } else {
      ctx.contentType(type).result(bytes);
    }
  }
}
