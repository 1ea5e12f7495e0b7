package com.replylinter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a shop sells. */
public enum Platform {
  TMALL,
  /** The C-shops of Taobao, run by individuals. */
  TAOBAO,
  JD,
  PINDUODUO,
  DOUYIN;

  /** The lower-case name used in JSON and phrasebook files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The platform of this lower-case name; empty if there is none. */
  public static Optional<Platform> of(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** Every name, in a fixed order. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Platform::label).toList();
  }
}
