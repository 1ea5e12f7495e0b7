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

/** A file of the page, read once from the class path and served from memory. */
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

  /** The file of this path on the class path. */
  static Asset load(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    try (InputStream in = Asset.class.getResourceAsStream(path)) {
      if (in == null || type == null) {
        throw new IllegalStateException("no file to serve at " + path);
      }
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset(bytes, type, "\"" + HexFormat.of().formatHex(digest, 0, 8) + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
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
