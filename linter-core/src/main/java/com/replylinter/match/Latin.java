package com.replylinter.match;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Names made of Latin letters, digits and signs: accounts, e-mail addresses, links. */
final class Latin {
  private static final int SHORTEST_ACCOUNT = 6;
  private static final int LONGEST_ACCOUNT = 20;

  /** Top-level domains that shops and agents use; a full stop between other words is none. */
  private static final Set<String> DOMAINS =
      Set.of(
          "com", "cn", "net", "org", "shop", "store", "top", "vip", "xyz", "cc", "co", "io", "me",
          "tv", "info", "biz", "club", "site", "online", "hk", "tw", "app", "dev", "ltd", "link",
          "mobi", "im", "la", "to", "edu", "gov", "asia", "wang", "ink", "fun", "pro", "ly", "gl",
          "be", "us", "uk", "jp", "kr", "eu", "icu", "work", "live", "mall", "group", "tech",
          "pub");

  /** Letters before a name that only say what it is. */
  private static final Set<String> LABELS = Set.of("v", "vx", "wx", "q", "qq", "weixin", "wechat");

  private Latin() {}

  /** WeChat ids: 6 to 20 letters, digits, _ and -, a letter first, and not letters alone. */
  static List<Hit> accounts(NormalizedText text) {
    return words(text, Latin::isAccount);
  }

  private static boolean isAccount(String name) {
    boolean marked = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = isLetter(c);
      if (!letter && !Numbers.isDigit(c) && c != '_' && c != '-') {
        return false;
      }
      marked |= !letter;
    }
    return marked
        && name.length() >= SHORTEST_ACCOUNT
        && name.length() <= LONGEST_ACCOUNT
        && isLetter(name.charAt(0));
  }

  /** Numbers of orders and parcels that begin with letters: sf1234567890123. */
  static List<Hit> parcels(NormalizedText text) {
    return words(text, Latin::isParcel);
  }

  private static boolean isParcel(String name) {
    int letters = 0;
    while (letters < name.length() && isLetter(name.charAt(letters))) {
      letters++;
    }
    int digits = name.length() - letters;
    return letters >= 1
        && letters <= 4
        && digits >= 7
        && digits <= 18
        && !LABELS.contains(name.substring(0, letters))
        && name.chars().skip(letters).allMatch(c -> Numbers.isDigit((char) c));
  }

  /** E-mail addresses. */
  static List<Hit> emails(NormalizedText text) {
    return words(text, Latin::isEmail);
  }

  private static boolean isEmail(String word) {
    int at = word.indexOf('@');
    return at > 0
        && at == word.lastIndexOf('@')
        && isDomain(word.substring(at + 1))
        && word.substring(0, at).chars().noneMatch(c -> "/:?=&#%".indexOf(c) >= 0);
  }

  /** Links, with or without their scheme. */
  static List<Hit> links(NormalizedText text) {
    return words(text, word -> hostOf(word) != null);
  }

  /** The host of a link, such as {@code detail.tmall.com}; null if the word is none. */
  static @Nullable String hostOf(String word) {
    String rest = word;
    boolean scheme = false;
    for (String prefix : List.of("https:", "http:")) {
      if (rest.startsWith(prefix)) {
        rest = rest.substring(prefix.length());
        scheme = true;
        break;
      }
    }
    if (rest.startsWith("//")) { // as written; folded text has lost them
      rest = rest.substring(2);
    }
    int end = 0;
    while (end < rest.length() && "/?#:&=".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String host = rest.substring(0, end);
    if (scheme) {
      host = host.substring(host.lastIndexOf('@') + 1); // who logs in is no host
    }
    return (scheme && !host.isEmpty()) || isDomain(host) ? host : null;
  }

  /** Names with full stops between, the last one a top-level domain. */
  static boolean isDomain(String host) {
    int dot = host.lastIndexOf('.');
    return dot > 0
        && DOMAINS.contains(host.substring(dot + 1))
        && !host.contains("..")
        && host.chars().noneMatch(c -> c == '@' || c == '_' || c == '%');
  }

  private static List<Hit> words(NormalizedText text, Predicate<String> wanted) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = i;
      while (end < text.length()
          && isNamePart(text.charAt(end))
          && (end == i || isOneWord(text.droppedBefore(end)))) {
        end++;
      }
      if (end > i) {
        Hit word = trimmed(text, i, end);
        if (word != null && wanted.test(text.text().substring(word.start(), word.end()))) {
          hits.add(word);
        }
      }
      i = Math.max(end, i + 1);
    }
    return hits;
  }

  /** Of https:// the slashes are dropped. */
  private static boolean isOneWord(String dropped) {
    return dropped.chars().allMatch(c -> c == '/' || c == '／');
  }

  /** The word without the signs around it, and without a label such as {@code vx:}. */
  private static @Nullable Hit trimmed(NormalizedText text, int start, int end) {
    int from = start;
    int to = end;
    while (to > from
        && !TextNormalizer.isLatinOrDigit(text.charAt(to - 1))
        && text.charAt(to - 1) != '/'
        && text.charAt(to - 1) != '_') {
      to--;
    }
    int colon = text.text().indexOf(':', from);
    if (colon > from && colon < to && LABELS.contains(text.text().substring(from, colon))) {
      from = colon + 1;
    }
    while (from < to && !TextNormalizer.isLatinOrDigit(text.charAt(from))) {
      from++;
    }
    return from < to ? Hit.word(from, to) : null;
  }

  static boolean isNamePart(char c) {
    return TextNormalizer.isLatinOrDigit(c) || "._-/:?=&%#@".indexOf(c) >= 0;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
