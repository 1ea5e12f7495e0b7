package com.replylinter.likeness;

import com.replylinter.normalize.NormalizedText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Tells how much a reply resembles the labelled cases of each rule, by multinomial logistic
 * regression over character n-grams.
 *
 * <p>Immutable and thread-safe. Weights are bytes on one scale; class 0 is the compliant reply.
 */
public final class LikenessModel {
  private static final int MAGIC = 0x524c4d31;

  private final List<String> rules;
  private final long[] keys;
  private final byte[] weights;
  private final float scale;
  private final int[] table;

  /**
   * Takes the parts of a trained model.
   *
   * @param rules the classes after the first
   * @param keys n-grams, ascending
   * @param weights one row of {@code rules.size() + 1} for each key
   * @param scale value of one unit of weight
   */
  LikenessModel(List<String> rules, long[] keys, byte[] weights, float scale) {
    this.rules = List.copyOf(rules);
    this.keys = keys;
    this.weights = weights;
    this.scale = scale;
    this.table = new int[Integer.highestOneBit(Math.max(1, keys.length)) * 4];
    for (int i = 0; i < keys.length; i++) {
      int slot = slot(keys[i]);
      while (table[slot] != 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = i + 1;
    }
  }

  /** Ids of the rules it knows, in the order of {@link #probabilities}. */
  public List<String> rules() {
    return rules;
  }

  /**
   * Probability of each rule for a reply to a question; what is missing to 1 is that it is
   * compliant.
   */
  public double[] probabilities(NormalizedText question, NormalizedText draft) {
    int classes = rules.size() + 1;
    int[] sums = new int[classes];
    int known = 0;
    for (long key : Features.of(question, draft)) {
      int row = row(key);
      if (row >= 0) {
        known++;
        int base = row * classes;
        for (int c = 0; c < classes; c++) {
          sums[c] += weights[base + c];
        }
      }
    }
    double unit = scale * norm(known);
    int top = 0;
    for (int c = 1; c < classes; c++) {
      top = sums[c] > sums[top] ? c : top;
    }
    double total = 0;
    double[] probabilities = new double[classes - 1];
    for (int c = 0; c < classes; c++) {
      double each = Math.exp((sums[c] - sums[top]) * unit);
      total += each;
      if (c > 0) {
        probabilities[c - 1] = each;
      }
    }
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] /= total;
    }
    return probabilities;
  }

  /**
   * How much each character of the reply speaks for a rule rather than for compliance; only the
   * proportions matter.
   */
  public double[] evidence(NormalizedText draft, int rule) {
    double[] evidence = new double[draft.length()];
    for (int start = 0; start < draft.length(); start++) {
      for (int length = 1;
          length <= Features.LONGEST && start + length <= draft.length();
          length++) {
        int row = row(Features.key(draft, 0, start, length));
        if (row >= 0) {
          int base = row * (rules.size() + 1);
          for (int i = start; i < start + length; i++) {
            evidence[i] += (weights[base + rule + 1] - weights[base]) / (double) length;
          }
        }
      }
    }
    return evidence;
  }

  /** A text's n-grams weigh together about as much whatever its length. */
  static double norm(int features) {
    return 3 / Math.sqrt(Math.max(1, features));
  }

  private int row(long key) {
    int slot = slot(key);
    while (table[slot] != 0) {
      if (keys[table[slot] - 1] == key) {
        return table[slot] - 1;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return -1;
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
  }

  /** The model as bytes; the same model always gives the same bytes. */
  public byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(MAGIC);
      out.writeInt(rules.size());
      for (String rule : rules) {
        out.writeUTF(rule);
      }
      out.writeFloat(scale);
      out.writeInt(keys.length);
      for (long key : keys) {
        out.writeLong(key);
      }
      out.write(weights);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IOException if the bytes are no model
   */
  public static LikenessModel fromBytes(byte[] bytes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a likeness model");
      }
      int count = in.readInt();
      List<String> rules = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        rules.add(in.readUTF());
      }
      float scale = in.readFloat();
      long[] keys = new long[in.readInt()];
      byte[] raw = in.readNBytes(keys.length * Long.BYTES);
      ByteBuffer.wrap(raw).asLongBuffer().get(keys);
      byte[] weights = in.readNBytes(keys.length * (count + 1));
      return new LikenessModel(rules, keys, weights, scale);
    }
  }
}
