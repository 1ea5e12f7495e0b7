package com.replylinter.likeness;

import com.replylinter.likeness.Features.Channel;
import com.replylinter.normalize.Variants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Learns a model from labelled cases: one support vector machine for each rule and one for any
 * offence. The same cases always give the same model, on every machine.
 */
public final class LikenessTrainer {
  /** A feature must occur in this many cases to count. */
  private static final int SEEN = 3;

  /** Weights of fewer units, of the 127 that the largest has, are left out. */
  private static final int LEAST = 3;

  private final List<String> rules;
  private final int[] keys;
  private final List<SparseVector> grams = new ArrayList<>();
  private final List<SparseVector> full = new ArrayList<>();
  private final List<LabelledCase> cases;
  private final Thesaurus thesaurus;

  private LikenessTrainer(List<LabelledCase> cases, Thesaurus thesaurus, Variants variants) {
    this.cases = cases;
    this.thesaurus = thesaurus;
    TreeSet<String> known = new TreeSet<>();
    cases.forEach(each -> known.addAll(each.rules()));
    this.rules = List.copyOf(known);
    if (rules.size() > Byte.MAX_VALUE) {
      throw new IllegalArgumentException("more than 127 rules with cases");
    }
    List<Exchange> exchanges =
        cases.stream()
            .map(
                each ->
                    Exchange.of(each.conversation(), variants.fold(each.draft()), variants::fold))
            .toList();
    this.keys = known(exchanges);
    Map<Integer, Integer> rows = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      rows.put(keys[i], i);
    }
    Features.Index index = key -> rows.getOrDefault(key, -1);
    exchanges.forEach(
        each -> {
          List<Channel> channels = Features.grams(each, index);
          grams.add(vector(channels));
          List<Channel> all = new ArrayList<>(channels);
          all.addAll(Features.meanings(each, thesaurus, index));
          full.add(vector(all));
        });
  }

  /**
   * The model of these cases.
   *
   * @param thesaurus expressions that mean the same, by a name of what they mean
   * @param variants how words are disguised
   */
  public static LikenessModel train(
      List<LabelledCase> cases, Map<String, List<String>> thesaurus, Variants variants) {
    return new LikenessTrainer(cases, Thesaurus.of(thesaurus, variants), variants).learn();
  }

  /** The features of enough cases, ascending. */
  private int[] known(List<Exchange> exchanges) {
    Map<Integer, Integer> seen = new HashMap<>();
    for (Exchange exchange : exchanges) {
      TreeSet<Integer> own = new TreeSet<>();
      Features.Index collect =
          key -> {
            own.add(key);
            return -1;
          };
      Features.grams(exchange, collect);
      Features.meanings(exchange, thesaurus, collect);
      own.forEach(key -> seen.merge(key, 1, Integer::sum));
    }
    return seen.entrySet().stream()
        .filter(entry -> entry.getValue() >= SEEN)
        .mapToInt(Map.Entry::getKey)
        .sorted()
        .toArray();
  }

  private static SparseVector vector(List<Channel> channels) {
    Map<Integer, Float> sums = new TreeMap<>();
    for (Channel channel : channels) {
      for (int row : channel.rows()) {
        sums.merge(row, channel.weight(), Float::sum);
      }
    }
    int[] columns = new int[sums.size()];
    float[] values = new float[columns.length];
    int next = 0;
    for (Map.Entry<Integer, Float> entry : sums.entrySet()) {
      columns[next] = entry.getKey();
      values[next++] = entry.getValue();
    }
    return new SparseVector(columns, values);
  }

  private LikenessModel learn() {
    List<LinearClassifier> learned =
        IntStream.rangeClosed(0, rules.size())
            .parallel()
            .mapToObj(
                rule ->
                    LinearClassifier.train(
                        rule < rules.size() ? full : grams, positives(rule), keys.length))
            .toList();
    return pack(learned);
  }

  /** The cases of a rule; of any offence for the number after the last rule. */
  private boolean[] positives(int rule) {
    boolean[] positives = new boolean[cases.size()];
    for (int i = 0; i < positives.length; i++) {
      List<String> broken = cases.get(i).rules();
      positives[i] = rule == rules.size() ? !broken.isEmpty() : broken.contains(rules.get(rule));
    }
    return positives;
  }

  private LikenessModel pack(List<LinearClassifier> learned) {
    float largest = 0;
    for (LinearClassifier each : learned) {
      largest = Math.max(largest, each.largest());
    }
    float scale = largest / Byte.MAX_VALUE;
    float[] biases = new float[learned.size()];
    for (int i = 0; i < biases.length; i++) {
      biases[i] = learned.get(i).bias();
    }
    LinearClassifier any = learned.get(rules.size());
    List<Integer> kept = new ArrayList<>();
    byte[] anyOf = new byte[keys.length];
    int[] starts = new int[keys.length + 1];
    byte[] classes = new byte[1024];
    byte[] values = new byte[1024];
    int size = 0;
    for (int column = 0; column < keys.length; column++) {
      int before = size;
      for (int rule = 0; rule < rules.size(); rule++) {
        int units = Math.round(learned.get(rule).weight(column) / scale);
        if (Math.abs(units) >= LEAST) {
          if (size == classes.length) {
            classes = Arrays.copyOf(classes, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
          }
          classes[size] = (byte) rule;
          values[size++] = (byte) units;
        }
      }
      int units = Math.round(any.weight(column) / scale);
      if (size > before || units != 0) {
        anyOf[kept.size()] = (byte) units;
        kept.add(keys[column]);
        starts[kept.size()] = size;
      }
    }
    return new LikenessModel(
        rules,
        thesaurus,
        new LikenessModel.Weights(
            biases,
            kept.stream().mapToInt(Integer::intValue).toArray(),
            Arrays.copyOf(anyOf, kept.size()),
            Arrays.copyOf(starts, kept.size() + 1),
            Arrays.copyOf(classes, size),
            Arrays.copyOf(values, size),
            scale));
  }
}
