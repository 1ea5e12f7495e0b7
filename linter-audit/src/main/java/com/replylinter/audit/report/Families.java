package com.replylinter.audit.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** What supervisors call the families of rules. One without a name keeps its id. */
public final class Families {
  /** Names by family. */
  public static final Map<String, String> NAMES = read();

  private Families() {}

  private static Map<String, String> read() {
    Properties all = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(Families.class.getResourceAsStream("families.properties")),
            StandardCharsets.UTF_8)) {
      all.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> names = new TreeMap<>();
    all.stringPropertyNames().forEach(family -> names.put(family, all.getProperty(family)));
    return Map.copyOf(names);
  }
}
