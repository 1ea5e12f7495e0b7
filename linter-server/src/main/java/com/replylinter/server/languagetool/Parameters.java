package com.replylinter.server.languagetool;

import com.fasterxml.jackson.databind.JsonNode;
import com.replylinter.json.BadRequest;
import com.replylinter.json.RequestReader;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, by name. Clients send it as a form in the body, some of them under
 * another content type, or in the address; a body that begins with a brace is read as JSON.
 *
 * @param values by name; unknown ones are there too, and nobody looks at them
 */
record Parameters(Map<String, String> values) {
  Parameters {
    values = Map.copyOf(values);
  }

  /**
   * The parameters of a body and an address; where both have one, that of the address counts.
   *
   * @throws ApiFault if a form cannot be decoded
   * @throws BadRequest if the body is broken JSON
   */
  static Parameters read(byte[] body, @Nullable String query) throws BadRequest {
    Map<String, String> values = new HashMap<>();
    if (isJson(body)) {
      readJson(RequestReader.parse(body), values);
    } else {
      readForm(new String(body, StandardCharsets.ISO_8859_1), values);
    }
    if (query != null) {
      byte[] bytes = query.getBytes(StandardCharsets.UTF_8);
      readForm(new String(bytes, StandardCharsets.ISO_8859_1), values);
    }
    return new Parameters(values);
  }

  /** Its value as sent; null if it was not sent. */
  @Nullable String get(String name) {
    return values.get(name);
  }

  /** Its value; empty if it was not sent. */
  String orEmpty(String name) {
    return values.getOrDefault(name, "");
  }

  boolean isTrue(String name) {
    return "true".equals(values.get(name));
  }

  /** The parts of a comma-separated value; empty if it was not sent. */
  Set<String> list(String name) {
    Set<String> parts = new LinkedHashSet<>();
    for (String part : orEmpty(name).split(",", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return Collections.unmodifiableSet(parts);
  }

  /**
   * A count.
   *
   * @throws ApiFault if it is no number of 0 or more
   */
  int count(String name, int otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw ApiFault.badRequest("'" + name + "' must be a number of 0 or more");
  }

  private static boolean isJson(byte[] body) {
    for (byte each : body) {
      if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
        return each == '{';
      }
    }
    return false;
  }

  private static void readJson(JsonNode body, Map<String, String> values) {
    body.properties().forEach(field -> values.put(field.getKey(), text(field.getValue())));
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      StringJoiner list = new StringJoiner(",");
      value.forEach(each -> list.add(each.asText()));
      return list.toString();
    }
    return value.isObject() ? value.toString() : value.asText();
  }

  /** Reads a form whose characters are the bytes that were sent, encoded or not. */
  private static void readForm(String form, Map<String, String> values) {
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0) {
        values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String encoded) {
    try {
      byte[] bytes =
          URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw ApiFault.badRequest("Could not decode query: it must be a form in UTF-8");
    }
  }
}
