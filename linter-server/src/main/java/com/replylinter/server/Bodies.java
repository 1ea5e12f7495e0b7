package com.replylinter.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads request bodies: of the right type, and never more than a limit into memory. */
final class Bodies {
  static final String NDJSON = "application/x-ndjson";

  /** How much of a body that is too large is still read, so that its sender gets to the answer. */
  private static final long DRAINED_BYTES = 32L << 20;

  private Bodies() {}

  /** Refuses every other content type. */
  static void requireType(Context ctx, String... types) {
    String declared = type(ctx);
    for (String type : types) {
      if (type.equals(declared)) {
        return;
      }
    }
    String wanted = String.join(", ", types);
    throw new RequestFault(
        Fault.UNSUPPORTED_TYPE,
        "请把 Content-Type 设为 " + wanted + "，内容用 UTF-8 编码。",
        "Set Content-Type to " + wanted + ", in UTF-8.");
  }

  /** The declared content type in lower case; null if there is none or it is not in UTF-8. */
  static @Nullable String type(Context ctx) {
    String header = ctx.contentType();
    if (header == null) {
      return null;
    }
    String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("charset=")
          && !parameter.replace("\"", "").equals("charset=utf-8")) {
        return null;
      }
    }
    return parts[0].strip();
  }

  /**
   * The whole body.
   *
   * @throws RequestFault if it is longer than {@code limit} bytes
   * @throws IOException if it does not arrive
   */
  static byte[] read(Context ctx, int limit) throws IOException {
    InputStream in = ctx.bodyInputStream();
    byte[] body = in.readNBytes(limit + 1);
    if (body.length <= limit) {
      return body;
    }
    drain(in);
    throw new RequestFault(
        Fault.TOO_LARGE,
        "请求体最多 " + (limit >> 10) + " KB。",
        "A body may hold at most " + (limit >> 10) + " KB.");
  }

  /** Reads some of a refused body; one whose sender waits to be asked for it is not asked for. */
  static void drain(Context ctx) {
    if ("100-continue".equalsIgnoreCase(ctx.header("Expect"))) {
      return;
    }
    try {
      drain(ctx.bodyInputStream());
    } catch (IOException e) {
      // then nobody waits for the answer
    }
  }

  private static void drain(InputStream in) throws IOException {
    for (long rest = DRAINED_BYTES; rest > 0; ) {
      long skipped = in.skip(rest);
      if (skipped <= 0) {
        break;
      }
      rest -= skipped;
    }
  }
}
