package com.replylinter.server;

import com.replylinter.json.OfflinePackWriter;
import com.replylinter.offline.OfflinePackBuilder;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands out what a chat window checks by itself while the service cannot be reached. */
final class OfflineEndpoint {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Supplier<LiveBook> book;
  private final ReentrantLock packing = new ReentrantLock();
  private volatile @Nullable Packed packed;

  OfflineEndpoint(Supplier<LiveBook> book) {
    this.book = book;
  }

  /** A phrasebook's pack, ready to be sent. */
  private record Packed(String version, Asset pack) {
    boolean isOf(LiveBook live) {
      return version.equals(live.phrasebook().version());
    }
  }

  /** {@code GET /v1/offline-pack}. */
  void pack(Context ctx) {
    LiveBook live = book.get();
    Packed known = packed;
    if (known == null || !known.isOf(live)) {
      known = packed(live);
    }
    known.pack().serve(ctx);
  }

  /** Takes seconds; who comes meanwhile is asked to come again, so that no threads pile up. */
  private Packed packed(LiveBook live) {
    if (!packing.tryLock()) {
      throw new RequestFault(
          Fault.BUSY, "离线规则正在准备，请稍后再试。", "The offline rules are being packed, try again soon.");
    }
    try {
      Packed known = packed;
      if (known != null && known.isOf(live)) {
        return known;
      }
      LocalDate today = LocalDate.now(CHINA);
      byte[] json = OfflinePackWriter.toBytes(OfflinePackBuilder.build(live.phrasebook(), today));
      Packed fresh = new Packed(live.phrasebook().version(), Asset.of(json, Json.CONTENT_TYPE));
      packed = fresh;
      return fresh;
    } finally {
      packing.unlock();
    }
  }
}
