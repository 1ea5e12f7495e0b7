package com.replylinter.spark;

import com.replylinter.Linter;
import com.replylinter.phrasebook.LoadResult;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.RuleId;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * A phrasebook that every executor has. Its linter is built there once, whatever the number of
 * tasks.
 *
 * @param bytes the packed phrasebook, sent to each executor once
 * @param key tells one phrasebook from another
 * @param quarantined rules that fail their own examples and do not judge
 */
record SharedBook(Broadcast<byte[]> bytes, String key, ArrayList<String> quarantined)
    implements Serializable {
  private static volatile @Nullable Built built;

  /** Shares a phrasebook that loads without errors. */
  static SharedBook of(JavaSparkContext spark, PhrasebookSource source, List<RuleId> quarantined) {
    byte[] bytes = source.toBytes();
    ArrayList<String> ids = new ArrayList<>(quarantined.stream().map(RuleId::toString).toList());
    return new SharedBook(spark.broadcast(bytes), digest(bytes) + ids, ids);
  }

  /** The linter of this executor. */
  Linter linter() {
    Built known = built;
    if (known == null || !known.key.equals(key)) {
      synchronized (SharedBook.class) {
        known = built;
        if (known == null || !known.key.equals(key)) {
          known = new Built(key, Linter.of(book()));
          built = known;
        }
      }
    }
    return known.linter;
  }

  private Phrasebook book() {
    LoadResult result = PhrasebookLoader.load(PhrasebookSource.fromBytes(bytes.value()));
    return result
        .phrasebook()
        .orElseThrow(() -> new IllegalStateException(result.problems().toString()))
        .without(quarantined.stream().map(RuleId::parse).collect(Collectors.toSet()));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private record Built(String key, Linter linter) {}
}
