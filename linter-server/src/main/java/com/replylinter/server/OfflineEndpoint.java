package com.replylinter.server;

import com.replylinter.json.OfflinePackWriter;
import com.replylinter.offline.OfflinePackBuilder;
import com.replylinter.phrasebook.Phrasebook;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands out what a chat window checks by itself while the service cannot be reached. */
final class OfflineEndpoint {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Supplier<LiveBook> book;
  private @Nullable Packed packed;

  OfflineEndpoint(Supplier<LiveBook> book) {
    this.book = book;
  }

  /** A phrasebook's pack, soon ready to be sent. */
  private record Packed(String version, LocalDate day, CompletableFuture<Asset> pack) {
    static Packed of(Phrasebook live, LocalDate day) {
      return new Packed(live.version(), day, CompletableFuture.supplyAsync(() -> make(live, day)));
    }

    /** Penalties are those of a day. */
    boolean isOf(Phrasebook live, LocalDate today) {
      return version.equals(live.version()) && day.equals(today);
    }
  }

  /** {@code GET /v1/offline-pack}. Whoever comes before it is made waits without a thread. */
  void pack(Context ctx) {
    Phrasebook live = book.get().phrasebook();
    ctx.future(() -> packed(live).thenAccept(pack -> pack.serve(ctx)));
  }

  private synchronized CompletableFuture<Asset> packed(Phrasebook live) {
    Packed known = packed;
    LocalDate today = LocalDate.now(CHINA);
    if (known == null || !known.isOf(live, today)) {
      known = Packed.of(live, today);
      packed = known;
    }
    return known.pack();
  }

  private static Asset make(Phrasebook live, LocalDate day) {
    return Asset.of(
        OfflinePackWriter.toBytes(OfflinePackBuilder.build(live, day)), Json.CONTENT_TYPE);
  }
}
