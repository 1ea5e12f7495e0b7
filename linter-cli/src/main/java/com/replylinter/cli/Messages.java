package com.replylinter.cli;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The texts a user sees, in one language.
 *
 * @param locale Chinese or English
 * @param bundle the texts by key
 */
record Messages(Locale locale, ResourceBundle bundle) {
  /** The option that chooses the language. */
  static final String OPTION = "--lang";

  /** The texts in this language. */
  static Messages in(Locale locale) {
    return new Messages(
        locale,
        ResourceBundle.getBundle(
            "com.replylinter.cli.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /**
   * The language of {@code --lang}; without it English where the environment asks for English by
   * name, and Chinese everywhere else.
   */
  static Messages choose(String[] args, Map<String, String> env) {
    return in(isEnglish(args, env) ? Locale.ENGLISH : Locale.CHINESE);
  }

  /** The text of {@code key} with its arguments filled in. */
  String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }

  private static boolean isEnglish(String[] args, Map<String, String> env) {
    List<String> words = List.of(args);
    int option = words.indexOf(OPTION);
    if (option >= 0 && option + 1 < args.length) {
      return args[option + 1].equals("en");
    }
    for (String word : words) {
      if (word.startsWith(OPTION + "=")) {
        return word.equals(OPTION + "=en");
      }
    }
    return Stream.of("LINTER_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> env.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("")
        .startsWith("en");
  }
}
