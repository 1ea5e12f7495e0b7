package com.replylinter.audit.log;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a user is told, in both languages.
 *
 * @param chinese for agents and trainers
 * @param english for those who ask for it
 */
public record Wording(String chinese, String english) {
  private static final Wording COMMA = new Wording("、", ", ");

  /** With values filled in ({@code %s}); those that are wordings themselves in their language. */
  public static Wording of(String chinese, String english, Object... values) {
    return new Wording(
        chinese.formatted(in(values, Wording::chinese)),
        english.formatted(in(values, Wording::english)));
  }

  /** One after the other, as lists are written. */
  public static Wording list(Collection<Wording> items) {
    return join(items, COMMA);
  }

  /** Names that are the same in both languages, as lists are written. */
  public static Wording names(Collection<String> names) {
    return list(names.stream().map(name -> new Wording(name, name)).toList());
  }

  /** One after the other, with something between them. */
  public static Wording join(Collection<Wording> items, Wording between) {
    return new Wording(
        items.stream().map(Wording::chinese).collect(Collectors.joining(between.chinese)),
        items.stream().map(Wording::english).collect(Collectors.joining(between.english)));
  }

  /** In English if that is the locale's language, else in Chinese. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("en") ? english : chinese;
  }

  private static Object[] in(Object[] values, Function<Wording, String> told) {
    return Stream.of(values)
        .map(value -> value instanceof Wording wording ? told.apply(wording) : value)
        .toArray();
  }
}
