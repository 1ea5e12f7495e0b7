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
  private record Packed(String version, CompletableFuture<Asset> pack) {}

  /** {@code GET /v1/offline-pack}. Whoever comes before it is made waits without a thread. */
  void pack(Context ctx) {
    Phrasebook live = book.get().phrasebook();
    ctx.future(() -> packed(live).thenAccept(pack -> pack.serve(ctx)));
  }

  private synchronized CompletableFuture<Asset> packed(Phrasebook live) {
    Packed known = packed;
    if (known == null || !known.version().equals(live.version())) {
      known = new Packed(live.version(), CompletableFuture.supplyAsync(() -> make(live)));
      packed = known;
    }
    return known.pack();
  }

  private static Asset make(Phrasebook live) {
    LocalDate today = LocalDate.now(CHINA);
    return Asset.of(
        OfflinePackWriter.toBytes(OfflinePackBuilder.build(live, today)), Json.CONTENT_TYPE);
  }
}
