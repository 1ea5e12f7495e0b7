package com.replylinter.audit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as reports have it: UTF-8; halves of surrogate pairs, which UTF-8 cannot carry, escaped. */
public final class Json {
  /** On one line. */
  public static final JsonMapper COMPACT = builder().build();

  /** For people to read. */
  public static final JsonMapper PRETTY =
      builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  private static JsonMapper.Builder builder() {
    return JsonMapper.builder(
            JsonFactory.builder()
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build())
        .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  }
}
