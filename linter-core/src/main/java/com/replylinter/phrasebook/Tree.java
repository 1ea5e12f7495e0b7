package com.replylinter.phrasebook;

import java.util.List;

/** What a YAML file says, without its spelling; every value knows its offset in the file. */
sealed interface Tree {

  /** Where the value begins, in UTF-16 code units. */
  int at();

  /** A scalar. */
  record Text(int at, String value) implements Tree {}

  /** A sequence. */
  record Items(int at, List<Tree> values) implements Tree {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A mapping, in order; a key may occur twice. */
  record Fields(int at, List<Field> values) implements Tree {
    public Fields {
      values = List.copyOf(values);
    }
  }

  /** One entry of a mapping. */
  record Field(Tree key, Tree value) {}
}
