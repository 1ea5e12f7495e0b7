package com.replylinter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.replylinter.LintRequest;
import com.replylinter.Platform;
import com.replylinter.Turn;
import com.replylinter.json.BadRequest.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that knows its place in the request and answers with typed values or a {@link
 * BadRequest} that names the field.
 *
 * @param node the object
 * @param path its JSON pointer; empty for the request itself
 */
public record JsonObject(JsonNode node, String path) {
  private static final int LONGEST_NAME = 40;

  /** The request itself; anything but an object is refused. */
  public static JsonObject root(JsonNode node) throws BadRequest {
    if (!node.isObject()) {
      throw new BadRequest(
          Kind.MALFORMED,
          null,
          "请求应为 JSON 对象，例如 {\"draft\": \"…\"}。",
          "A request must be a JSON object such as {\"draft\": \"…\"}.");
    }
    return new JsonObject(node, "");
  }

  /** Refuses every other field. */
  public void allowOnly(String... names) throws BadRequest {
    Set<String> known = Set.of(names);
    List<String> unknown =
        node.propertyStream().map(e -> e.getKey()).filter(n -> !known.contains(n)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    String listed = unknown.stream().map(JsonObject::shortened).collect(Collectors.joining(", "));
    String allowed = Arrays.stream(names).collect(Collectors.joining(", "));
    throw malformed(
        unknown.get(0),
        "有不认识的字段：" + listed + "。可用的字段：" + allowed + "。",
        "Unknown field: " + listed + ". Known fields: " + allowed + ".");
  }

  @Nullable String text(String name) throws BadRequest {
    JsonNode value = value(name);
    return value == null ? null : text(name, value);
  }

  /** The text of a field of limited length, in UTF-16 code units; null if it is absent. */
  public @Nullable String text(String name, int limit) throws BadRequest {
    String text = text(name);
    if (text != null && text.length() > limit) {
      throw new BadRequest(
          Kind.TOO_LARGE,
          pointer(name),
          "字段 %s 过长：%d 个字符，最多 %d 个。".formatted(name, text.length(), limit),
          "The field %s is too long: %d characters, at most %d."
              .formatted(name, text.length(), limit));
    }
    return text;
  }

  /** The text of a field that must be there, of limited length. */
  public String requiredText(String name, int limit) throws BadRequest {
    String text = text(name, limit);
    if (text == null) {
      throw malformed(name, "缺少字段 " + name + "。", "The field " + name + " is missing.");
    }
    return text;
  }

  String requiredText(String name) throws BadRequest {
    return requiredText(name, LintRequest.MAX_DRAFT_LENGTH);
  }

  /** A whole number of 0 or more; null if it is absent. */
  public @Nullable Integer count(String name) throws BadRequest {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isInt() || value.intValue() < 0) {
      throw wrongType(name, "不小于 0 的整数", "a whole number of 0 or more");
    }
    return value.intValue();
  }

  /** A field that is true or false. */
  public boolean flag(String name, boolean otherwise) throws BadRequest {
    JsonNode value = value(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw wrongType(name, "true 或 false", "true or false");
    }
    return value.booleanValue();
  }

  /** A list of texts; empty if it is absent. */
  public List<String> texts(String name) throws BadRequest {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : items(name)) {
      texts.add(text(name + "/" + texts.size(), item));
    }
    return texts;
  }

  @Nullable JsonObject object(String name) throws BadRequest {
    JsonNode value = value(name);
    return value == null ? null : object(name, value);
  }

  List<JsonObject> objects(String name) throws BadRequest {
    List<JsonObject> objects = new ArrayList<>();
    for (JsonNode item : items(name)) {
      objects.add(object(name + "/" + objects.size(), item));
    }
    return objects;
  }

  @Nullable LocalDate date(String name) throws BadRequest {
    return parsed(name, LocalDate::parse, "日期，例如 2026-11-22", "a date such as 2026-11-22");
  }

  @Nullable OffsetDateTime time(String name) throws BadRequest {
    return parsed(
        name,
        OffsetDateTime::parse,
        "带时区的时间，例如 2026-11-22T10:21:33+08:00",
        "a time with its zone such as 2026-11-22T10:21:33+08:00");
  }

  Turn.Role role(String name) throws BadRequest {
    String label = requiredText(name);
    for (Turn.Role role : Turn.Role.values()) {
      if (role.label().equals(label)) {
        return role;
      }
    }
    String roles =
        Arrays.stream(Turn.Role.values()).map(Turn.Role::label).collect(Collectors.joining(", "));
    throw malformed(
        name,
        pointer(name) + " 的角色“" + shortened(label) + "”不认识，可用：" + roles + "。",
        "Unknown role \""
            + shortened(label)
            + "\" at "
            + pointer(name)
            + ". Known roles: "
            + roles
            + ".");
  }

  Platform platform(String name, Platform otherwise) throws BadRequest {
    String label = text(name);
    Optional<Platform> platform = label == null ? Optional.of(otherwise) : Platform.of(label);
    if (platform.isPresent()) {
      return platform.get();
    }
    String known = String.join(", ", Platform.labels());
    String shown = shortened(String.valueOf(label));
    throw malformed(
        name,
        "不认识的平台 “" + shown + "”，可用：" + known + "。",
        "Unknown platform \"" + shown + "\". Known platforms: " + known + ".");
  }

  /** Of the right shape, but senseless. */
  public BadRequest invalid(String name, String chinese, String english) {
    return new BadRequest(Kind.INVALID, pointer(name), chinese, english);
  }

  private <T> @Nullable T parsed(
      String name, Function<String, T> parser, String chinese, String english) throws BadRequest {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (DateTimeException e) {
      throw invalid(
          name,
          "字段 " + name + " 应为" + chinese + "。",
          "The field " + name + " must be " + english + ".");
    }
  }

  private List<JsonNode> items(String name) throws BadRequest {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrongType(name, "数组", "an array");
    }
    return value.valueStream().toList();
  }

  private JsonObject object(String name, JsonNode value) throws BadRequest {
    if (!value.isObject()) {
      throw wrongType(name, "JSON 对象", "an object");
    }
    return new JsonObject(value, path + "/" + name);
  }

  private String text(String name, JsonNode value) throws BadRequest {
    if (!value.isTextual()) {
      throw wrongType(name, "字符串", "a string");
    }
    return value.textValue();
  }

  /** The field's value; null if it is absent or {@code null}. */
  private @Nullable JsonNode value(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private BadRequest wrongType(String name, String chinese, String english) {
    return malformed(
        name,
        "字段 " + name + " 应为" + chinese + "。",
        "The field " + name + " must be " + english + ".");
  }

  /** Of another shape than asked for. */
  public BadRequest malformed(String name, String chinese, String english) {
    return new BadRequest(Kind.MALFORMED, pointer(name), chinese, english);
  }

  /** Names of items such as {@code itemLinks/0} are pointers already. */
  private String pointer(String name) {
    return path + "/" + (node.has(name) ? name.replace("~", "~0").replace("/", "~1") : name);
  }

  /** What was sent, short enough for a message. */
  public static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }
}
