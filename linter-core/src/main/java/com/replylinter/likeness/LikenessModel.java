package com.replylinter.likeness;

import com.replylinter.likeness.Features.Channel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Tells how much a reply resembles the labelled cases of each rule: one linear classifier a rule
 * over the n-grams and senses of the reply and of what the buyer said before, and one over the
 * n-grams alone for any offence.
 *
 * <p>Immutable and thread-safe. Weights are bytes on one scale; most are 0 and not kept.
 */
public final class LikenessModel {
  private static final int MAGIC = 0x524c4d32;

  private final List<String> rules;
  private final Thesaurus thesaurus;
  private final Weights weights;

  /** An open-addressing table: the key above, the row below and never 0. */
  private final long[] slots;

  /**
   * What was learned.
   *
   * @param biases one for each rule, then one for any offence
   * @param keys n-grams, ascending
   * @param any weight of each n-gram for any offence
   * @param starts where the weights of each n-gram begin, and one end more
   * @param classes the rules that those weights are for
   * @param values the weights
   * @param scale value of one unit of weight
   */
  record Weights(
      float[] biases,
      int[] keys,
      byte[] any,
      int[] starts,
      byte[] classes,
      byte[] values,
      float scale) {}

  LikenessModel(List<String> rules, Thesaurus thesaurus, Weights weights) {
    this.rules = List.copyOf(rules);
    this.thesaurus = thesaurus;
    this.weights = weights;
    int[] keys = weights.keys();
    this.slots = new long[Integer.highestOneBit(Math.max(1, keys.length)) * 4];
    for (int i = 0; i < keys.length; i++) {
      int slot = slot(keys[i]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = (long) keys[i] << 32 | (i + 1);
    }
  }

  /** Ids of the rules it knows, in the order of {@link Reading#margin}. */
  public List<String> rules() {
    return rules;
  }

  /** Reads an exchange once. */
  public Reading read(Exchange exchange) {
    return new Reading(exchange);
  }

  /** What the model says of one exchange. Margins above 0 lie on the side of the offence. */
  public final class Reading {
    private final Exchange exchange;
    private final List<Channel> grams;

    private Reading(Exchange exchange) {
      this.exchange = exchange;
      this.grams = Features.grams(exchange, LikenessModel.this::row);
    }

    /** How far the reply lies on the side of some offence, whichever; judged at a glance. */
    public float suspicion() {
      byte[] any = weights.any();
      float sum = 0;
      for (Channel channel : grams) {
        int own = 0;
        for (int row : channel.rows()) {
          own += any[row];
        }
        sum += own * channel.weight();
      }
      return sum * weights.scale() + weights.biases()[rules.size()];
    }

    /** How far the reply lies on the side of each rule. */
    public float[] margins() {
      float[] margins = Arrays.copyOf(weights.biases(), rules.size());
      grams.forEach(channel -> add(channel, margins));
      Features.meanings(exchange, thesaurus, LikenessModel.this::row)
          .forEach(channel -> add(channel, margins));
      return margins;
    }

    private void add(Channel channel, float[] margins) {
      int[] starts = weights.starts();
      float weight = channel.weight() * weights.scale();
      for (int row : channel.rows()) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
          margins[weights.classes()[i]] += weights.values()[i] * weight;
        }
      }
    }

    /**
     * How much each character of the reply speaks for a rule; only the proportions matter.
     *
     * @param rule its place in {@link #rules}
     */
    public double[] evidence(int rule) {
      double[] evidence = new double[exchange.draft().length()];
      Side.DRAFT.visit(
          exchange.draft(),
          (key, start, end) -> {
            int row = row(key);
            int from = Math.max(0, start);
            int to = Math.min(evidence.length, end);
            if (row >= 0 && from < to) {
              double each = weight(row, rule) / (double) (to - from);
              for (int i = from; i < to; i++) {
                evidence[i] += each;
              }
            }
          });
      return evidence;
    }
  }

  private int weight(int row, int rule) {
    for (int i = weights.starts()[row]; i < weights.starts()[row + 1]; i++) {
      if (weights.classes()[i] == rule) {
        return weights.values()[i];
      }
    }
    return 0;
  }

  private int row(int key) {
    int slot = slot(key);
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      if ((int) (entry >>> 32) == key) {
        return (int) entry - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private int slot(int key) {
    return (key ^ key >>> 15) & (slots.length - 1);
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
      out.writeFloat(weights.scale());
      for (float bias : weights.biases()) {
        out.writeFloat(bias);
      }
      out.writeInt(thesaurus.size());
      List<String> expressions = thesaurus.expressions();
      out.writeInt(expressions.size());
      byte[] joined = String.join("", expressions).getBytes(StandardCharsets.UTF_8);
      out.writeInt(joined.length);
      out.write(joined);
      for (int i = 0; i < expressions.size(); i++) {
        out.writeByte(expressions.get(i).length());
        out.writeByte(thesaurus.sensesOf(i).length);
        for (int sense : thesaurus.sensesOf(i)) {
          out.writeShort(sense);
        }
      }
      int[] keys = weights.keys();
      out.writeInt(keys.length);
      for (int key : keys) {
        out.writeInt(key);
      }
      out.write(weights.any());
      for (int i = 0; i < keys.length; i++) {
        out.writeByte(weights.starts()[i + 1] - weights.starts()[i]);
      }
      out.write(weights.classes());
      out.write(weights.values());
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
        new DataInputStream(
            new ByteArrayInputStream(
                new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16).readAllBytes()))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a likeness model");
      }
      int count = in.readInt();
      List<String> rules = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        rules.add(in.readUTF());
      }
      float scale = in.readFloat();
      float[] biases = new float[count + 1];
      for (int i = 0; i < biases.length; i++) {
        biases[i] = in.readFloat();
      }
      Thesaurus thesaurus = thesaurus(in);
      int[] keys = new int[in.readInt()];
      ByteBuffer.wrap(all(in, keys.length * Integer.BYTES)).asIntBuffer().get(keys);
      byte[] any = all(in, keys.length);
      byte[] counts = all(in, keys.length);
      int[] starts = new int[keys.length + 1];
      for (int i = 0; i < counts.length; i++) {
        starts[i + 1] = starts[i] + counts[i];
      }
      byte[] classes = all(in, starts[keys.length]);
      byte[] values = all(in, starts[keys.length]);
      return new LikenessModel(
          rules, thesaurus, new Weights(biases, keys, any, starts, classes, values, scale));
    }
  }

  private static Thesaurus thesaurus(DataInputStream in) throws IOException {
    int size = in.readInt();
    String[] expressions = new String[in.readInt()];
    int[][] senses = new int[expressions.length][];
    String joined = new String(all(in, in.readInt()), StandardCharsets.UTF_8);
    int next = 0;
    for (int i = 0; i < expressions.length; i++) {
      int start = next;
      next += in.readByte();
      expressions[i] = joined.substring(start, next);
      senses[i] = new int[in.readByte()];
      for (int k = 0; k < senses[i].length; k++) {
        senses[i][k] = in.readShort();
      }
    }
    return new Thesaurus(List.of(expressions), senses, size);
  }

  private static byte[] all(DataInputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the likeness model is cut off");
    }
    return bytes;
  }
}
