package com.replylinter.server.languagetool;

import com.fasterxml.jackson.databind.JsonNode;
import com.replylinter.LintRequest;
import com.replylinter.json.BadRequest;
import com.replylinter.json.RequestReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to check a text.
 *
 * @param text what to check
 * @param rules which findings to tell
 * @param textLevelOnly whether only rules about texts as a whole are asked for, of which there are
 *     none; clients that do so ask for the others in a request of its own
 * @param compact whether the answer leaves out what some clients do not read
 */
record CheckRequest(AnnotatedText text, RuleFilter rules, boolean textLevelOnly, boolean compact) {
  private static final Set<String> MODES =
      Set.of("", "all", "textLevelOnly", "allButTextLevelOnly");
  private static final Set<String> LEVELS = Set.of("", "default", "picky");

  /**
   * Reads it.
   *
   * @throws ApiFault if something is missing, contradictory, too long or not known
   */
  static CheckRequest of(Parameters parameters) {
    AnnotatedText text = text(parameters);
    String language = parameters.orEmpty("language");
    if (language.isEmpty()) {
      throw ApiFault.badRequest(
          "Missing 'language' parameter, e.g. 'language=zh-CN' for Chinese or 'language=auto'");
    }
    requireChinese(language);
    if (parameters.get("preferredVariants") != null
        && !language.equals("auto")
        && !parameters.isTrue("multilingual")) {
      throw ApiFault.badRequest(
          "You specified 'preferredVariants' but you didn't specify 'language=auto'");
    }
    requireOneOf("level", parameters.orEmpty("level"), LEVELS);
    String mode = parameters.orEmpty("mode");
    requireOneOf("mode", mode, MODES);
    int length = text.plain().length();
    if (length > LintRequest.MAX_DRAFT_LENGTH) {
      throw ApiFault.tooLong(
          "Your text exceeds the limit of %d characters (it's %d characters). Please submit a shorter text."
              .formatted(LintRequest.MAX_DRAFT_LENGTH, length));
    }
    return new CheckRequest(
        text,
        RuleFilter.of(parameters),
        mode.equals("textLevelOnly"),
        parameters.orEmpty("c").equals("1"));
  }

  /**
   * Refuses every language but Chinese, or a text in another would seem to be checked.
   *
   * @throws ApiFault if it is another
   */
  static void requireChinese(String language) {
    String code = language.toLowerCase(Locale.ROOT).replace('_', '-');
    if (!code.equals("auto") && !code.equals("zh") && !code.startsWith("zh-")) {
      throw ApiFault.badRequest(
          "'" + language + "' is not a language code known here. Supported: zh, zh-CN, auto");
    }
  }

  private static void requireOneOf(String name, String value, Set<String> known) {
    if (!known.contains(value)) {
      throw ApiFault.badRequest("Invalid value for parameter '" + name + "': '" + value + "'");
    }
  }

  private static AnnotatedText text(Parameters parameters) {
    String text = parameters.get("text");
    String data = parameters.get("data");
    if (text != null && data != null) {
      throw ApiFault.badRequest("Set only 'text' or 'data' parameter, not both");
    }
    if (text != null) {
      return AnnotatedText.of(text);
    }
    if (data != null) {
      return data(parse(data));
    }
    throw ApiFault.badRequest("Missing 'text' or 'data' parameter");
  }

  private static JsonNode parse(String data) {
    try {
      return RequestReader.parse(data.getBytes(StandardCharsets.UTF_8));
    } catch (BadRequest e) {
      throw ApiFault.badRequest(
          "Could not parse JSON from 'data' parameter: " + e.message(Locale.ENGLISH));
    }
  }

  private static AnnotatedText data(JsonNode data) {
    JsonNode text = data.get("text");
    JsonNode annotation = data.get("annotation");
    if (text != null && annotation != null) {
      throw ApiFault.badRequest(
          "'data' key in JSON requires either 'text' or 'annotation' key, not both");
    }
    if (text != null) {
      return AnnotatedText.of(string(text));
    }
    if (annotation == null || !annotation.isArray()) {
      throw ApiFault.badRequest("'data' key in JSON requires 'text' or 'annotation' key");
    }
    AnnotatedText.Builder whole = new AnnotatedText.Builder();
    annotation.forEach(each -> add(each, whole));
    return whole.build();
  }

  private static void add(JsonNode part, AnnotatedText.Builder whole) {
    JsonNode text = part.get("text");
    JsonNode markup = part.get("markup");
    JsonNode readAs = part.get("interpretAs");
    if (text != null && markup != null) {
      throw ApiFault.badRequest(
          "Only either 'text' or 'markup' are supported in an object in 'annotation' list, not both");
    }
    if (text != null && readAs != null) {
      throw ApiFault.badRequest("'text' cannot be used with 'interpretAs' (only 'markup' can)");
    }
    if (text != null) {
      whole.text(string(text));
    } else if (markup != null) {
      whole.markup(string(markup), readAs == null ? "" : string(readAs));
    } else {
      throw ApiFault.badRequest("Only 'text' and 'markup' are supported in 'annotation' list");
    }
  }

  private static String string(@Nullable JsonNode value) {
    String text = value == null ? null : value.textValue();
    if (text == null) {
      throw ApiFault.badRequest(
          "'text', 'markup' and 'interpretAs' must be strings in the JSON of 'data'");
    }
    return text;
  }
}
