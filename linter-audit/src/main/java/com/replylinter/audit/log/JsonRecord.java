package com.replylinter.audit.log;

import java.util.Map;

/**
 * A message object of a JSON file.
 *
 * @param number which of the file's it is, counted from 1
 * @param fields its plain values as text; what is null or has a structure is left out
 */
record JsonRecord(long number, Map<String, String> fields) {
  /** A field; empty if it is missing. */
  String get(String name) {
    return fields.getOrDefault(name, "");
  }
}
