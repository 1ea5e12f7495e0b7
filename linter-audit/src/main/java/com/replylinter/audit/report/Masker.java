package com.replylinter.audit.report;

import com.replylinter.Turn.Role;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import com.replylinter.match.Hit;
import com.replylinter.match.Identifier;
import com.replylinter.match.PatternIndex;
import com.replylinter.match.Scan;
import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import com.replylinter.normalize.Variants;
import com.replylinter.phrasebook.Hosts;
import com.replylinter.text.Span;
import com.replylinter.token.Tokenizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides personal data: phone numbers, cards, ID cards, numbers of orders and accounts, WeChat ids
 * that are called so, e-mail and postal addresses, and the buyers' names. Every character stays one
 * character, so that places in a text stay what they are; what is hidden already stays hidden.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Masker {
  /** Hides nothing. */
  Masker NONE = new Nothing();

  /** Hides personal data. */
  Masker PERSONAL = new Personal();

  /**
   * A text without personal data, of the same length; {@code names} are hidden wherever they stand.
   */
  String text(String text, Set<String> names);

  /** A buyer's name. */
  String name(String name);

  /** The name of a conversation, in which nothing but names of buyers is hidden. */
  String label(String label, Set<String> names);

  /** Names of the buyers in a conversation. */
  static Set<String> buyers(LogConversation conversation) {
    Set<String> names = new TreeSet<>();
    for (LogMessage message : conversation.messages()) {
      if (message.role() == Role.BUYER && message.sender().length() >= Personal.SHORTEST_NAME) {
        names.add(message.sender());
      }
    }
    return names;
  }

  /** Hides nothing. */
  record Nothing() implements Masker {
    @Override
    public String text(String text, Set<String> names) {
      return text;
    }

    @Override
    public String name(String name) {
      return name;
    }

    @Override
    public String label(String label, Set<String> names) {
      return label;
    }
  }

  /** Hides personal data. */
  final class Personal implements Masker {
    /** Names of fewer characters are words of every text. */
    private static final int SHORTEST_NAME = 3;

    private static final char HIDDEN = '*';

    /** Folded text: what says that an id follows, a few characters between, the id. No phone. */
    private static final Pattern WECHAT =
        Pattern.compile(
            "(?:[微薇威维]信?|(?<![a-z0-9])(?:vx|wx|v信?|weixin|wechat))"
                + "[^a-z0-9\\n]{0,4}(?:(?:wechat|weixin|vx|wx|id)[^a-z0-9\\n]{1,3})?"
                + "(?<id>(?!1[3-9][0-9]{9}(?![a-z0-9]))[a-z0-9][a-z0-9_-]{5,19})");

    private final PatternIndex index =
        new PatternIndex.Builder(Map.of(), Variants.NONE).build(List.of());

    private Personal() {}

    @Override
    public String text(String text, Set<String> names) {
      StringBuilder out = new StringBuilder(label(text, names));
      NormalizedText folded = TextNormalizer.normalize(text);
      Scan scan = index.scan(folded, Hosts.NONE, Tokenizer.everyCharacter());
      for (Identifier each : scan.identifiers()) {
        Span span = span(folded, each.hit());
        switch (each.kind()) {
          case PHONE, ID_CARD -> hide(out, span, 3, 4);
          case BANK_CARD, ORDER -> hide(out, span, 4, 4);
          case LONG -> hide(out, span, 2, 2);
        }
      }
      Matcher wechat = WECHAT.matcher(folded.text());
      while (wechat.find()) {
        hide(out, folded.original(wechat.start("id"), wechat.end("id")), 1, 1);
      }
      for (Hit email : scan.emails()) {
        Span span = span(folded, email);
        int sign = Math.max(text.indexOf('@', span.start()), text.indexOf('＠', span.start()));
        hide(out, new Span(span.start(), sign < 0 ? span.end() : Math.min(sign, span.end())), 1, 0);
      }
      for (Hit address : scan.addresses()) {
        Span span = span(folded, address);
        if (span.of(text).chars().anyMatch(Character::isDigit)) { // without a number it is a place
          hide(out, span, 6, 0);
        }
      }
      return out.toString();
    }

    @Override
    public String name(String name) {
      return name.length() <= 1 ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "***";
    }

    @Override
    public String label(String label, Set<String> names) {
      StringBuilder out = new StringBuilder(label);
      for (String name : names) {
        for (int at = label.indexOf(name); at >= 0; at = label.indexOf(name, at + name.length())) {
          hide(out, new Span(at, at + name.length()), 1, 0);
        }
      }
      return out.toString();
    }

    private static Span span(NormalizedText folded, Hit hit) {
      return folded.original(hit.start(), hit.end());
    }

    /** Hides letters and digits but for the first and the last few. */
    private static void hide(StringBuilder text, Span span, int first, int last) {
      int total = 0;
      for (int i = span.start(); i < span.end(); i++) {
        total += isShown(text.charAt(i)) ? 1 : 0;
      }
      int seen = 0;
      for (int i = span.start(); i < span.end(); i++) {
        char c = text.charAt(i);
        if (isShown(c)) {
          seen++;
          if (seen > first && seen <= total - last) {
            text.setCharAt(i, HIDDEN);
          }
        }
      }
    }

    private static boolean isShown(char c) {
      return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == HIDDEN;
    }
  }
}
