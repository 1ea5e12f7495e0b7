package com.replylinter.phrasebook;

import com.replylinter.normalize.TextNormalizer;
import com.replylinter.phrasebook.Pattern.Anchored;
import com.replylinter.phrasebook.Pattern.AnyOf;
import com.replylinter.phrasebook.Pattern.Edge;
import com.replylinter.phrasebook.Pattern.Gap;
import com.replylinter.phrasebook.Pattern.Literal;
import com.replylinter.phrasebook.Pattern.Maybe;
import com.replylinter.phrasebook.Pattern.Reference;
import com.replylinter.phrasebook.Pattern.Sequence;
import com.replylinter.phrasebook.Pattern.Together;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses the pattern notation by recursive descent: {@code &&} binds loosest, then {@code &}, then
 * gaps, then adjacency.
 *
 * <p>The notation is described for its writers in phrasebook/README.md.
 */
public final class PatternParser {
  /** Most characters a blank stands for. */
  static final int BLANK = 2;

  /** Most characters {@code …} stands for, unless a number follows it. */
  static final int ELLIPSIS = 8;

  /** Most characters {@code ……} and {@code &&} stand for. */
  static final int FAR = 40;

  /** Most characters between two neighbours joined by {@code &}. */
  static final int TOGETHER = 20;

  private static final String SPECIAL = "{}[]<>|…&^$! ";

  private final String source;
  private int at;

  private PatternParser(String source) {
    this.source = source;
  }

  /**
   * Parses one pattern.
   *
   * @throws PatternSyntaxException if the text is no pattern; it says where and what
   */
  public static Pattern parse(String source) {
    PatternParser parser = new PatternParser(source);
    Pattern pattern = parser.together();
    if (parser.at < source.length()) {
      throw parser.error("这里多了一个“" + source.charAt(parser.at) + "”");
    }
    return pattern;
  }

  private Pattern together() {
    List<Pattern> far = new ArrayList<>();
    do {
      far.add(near());
    } while (accept("&&"));
    return far.size() == 1 ? far.get(0) : new Together(far, false, FAR);
  }

  private Pattern near() {
    List<Pattern> parts = new ArrayList<>();
    do {
      parts.add(anchored());
    } while (!source.startsWith("&&", at) && accept("&"));
    return parts.size() == 1 ? parts.get(0) : new Together(parts, true, TOGETHER);
  }

  private Pattern anchored() {
    skipBlanks();
    Edge start = accept("^^") ? Edge.DRAFT : accept("^") ? Edge.CLAUSE : Edge.ANYWHERE;
    skipBlanks();
    Pattern body = sequence();
    Edge end = accept("$$") ? Edge.DRAFT : accept("$") ? Edge.CLAUSE : Edge.ANYWHERE;
    skipBlanks();
    return start == Edge.ANYWHERE && end == Edge.ANYWHERE ? body : new Anchored(body, start, end);
  }

  private Pattern sequence() {
    List<Pattern> parts = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    Gap gap = null;
    while (true) {
      Gap next = gap();
      if (next != null) {
        gap = gap == null ? next : gap.merge(next);
        continue;
      }
      Pattern part = part();
      if (part == null) {
        break;
      }
      if (parts.isEmpty()) {
        if (gap != null && gap.max() > BLANK) {
          throw error("模式不能以“…”开头");
        }
      } else {
        gaps.add(gap == null ? Gap.NONE : gap);
      }
      parts.add(part);
      gap = null;
    }
    if (parts.isEmpty()) {
      throw error("这里缺少内容");
    }
    if (gap != null && gap.max() > BLANK) {
      throw error("模式不能以“…”结尾");
    }
    return parts.size() == 1 ? parts.get(0) : new Sequence(parts, gaps);
  }

  private @Nullable Gap gap() {
    if (at < source.length() && source.charAt(at) == ' ') {
      skipBlanks();
      return new Gap(BLANK, false, null);
    }
    if (!accept("…")) {
      return null;
    }
    boolean far = accept("…");
    int max = number(far ? FAR : ELLIPSIS);
    Pattern without = null;
    if (accept("!")) {
      without = part();
      if (without == null) {
        throw error("“!”后面要写中间不许出现的内容");
      }
    }
    return new Gap(max, far, without);
  }

  private int number(int otherwise) {
    int from = at;
    while (at < source.length()
        && source.charAt(at) >= '0'
        && source.charAt(at) <= '9'
        && at - from < 3) {
      at++;
    }
    return at == from ? otherwise : Integer.parseInt(source.substring(from, at));
  }

  private @Nullable Pattern part() {
    if (at >= source.length()) {
      return null;
    }
    char c = source.charAt(at);
    switch (c) {
      case '{' -> {
        return group('{', '}');
      }
      case '[' -> {
        return new Maybe(group('[', ']'));
      }
      case '<' -> {
        return reference();
      }
      case '}', ']', '|', '&', '$' -> {
        return null;
      }
      case '>', '^', '!' -> throw error("“" + c + "”不能写在这里；要匹配这个字符本身，请写成“\\" + c + "”");
      default -> {
        return literal();
      }
    }
  }

  private Pattern group(char open, char close) {
    int from = at;
    at++;
    List<Pattern> options = new ArrayList<>();
    boolean empty = false;
    do {
      skipBlanks();
      if (at < source.length() && (source.charAt(at) == '|' || source.charAt(at) == close)) {
        empty = true;
      } else {
        Pattern word = plainWord(close);
        options.add(word == null ? together() : word);
      }
    } while (accept("|"));
    if (!accept(String.valueOf(close))) {
      at = from;
      throw error("“" + open + "”没有对应的“" + close + "”");
    }
    if (options.isEmpty()) {
      at = from;
      throw error("括号里没有内容");
    }
    Pattern any = options.size() == 1 ? options.get(0) : new AnyOf(options);
    return empty ? new Maybe(any) : any;
  }

  /**
   * An option that is one literal, as nearly all are, read at once; null if it is more than that.
   */
  private @Nullable Pattern plainWord(char close) {
    int end = at;
    while (end < source.length() && SPECIAL.indexOf(source.charAt(end)) < 0) {
      end++;
    }
    boolean whole =
        end < source.length() && (source.charAt(end) == '|' || source.charAt(end) == close);
    return whole ? literal() : null;
  }

  private Pattern reference() {
    int close = source.indexOf('>', at);
    if (close < 0) {
      throw error("“<”没有对应的“>”");
    }
    String name = source.substring(at + 1, close);
    if (name.isBlank() || name.contains("<") || name.contains("|")) {
      throw error("“<>”里要写一个词表的名字");
    }
    at = close + 1;
    return new Reference(name);
  }

  private Pattern literal() {
    int from = at;
    StringBuilder text = new StringBuilder();
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\\' && at + 1 < source.length()) {
        text.append(source.charAt(at + 1));
        at += 2;
      } else if (SPECIAL.indexOf(c) >= 0) {
        break;
      } else {
        text.append(c);
        at++;
      }
    }
    String folded = TextNormalizer.fold(text.toString());
    if (folded.isEmpty()) {
      at = from;
      throw error("“" + text + "”里没有可以匹配的字");
    }
    return new Literal(folded);
  }

  private void skipBlanks() {
    while (at < source.length() && source.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean accept(String token) {
    if (source.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private PatternSyntaxException error(String message) {
    return new PatternSyntaxException(message, Math.min(at, source.length()));
  }

  /** Says what is wrong with a pattern, and where. */
  public static final class PatternSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int offset;

    PatternSyntaxException(String message, int offset) {
      super(message);
      this.offset = offset;
    }

    /** Offset into the pattern's text, in UTF-16 code units. */
    public int offset() {
      return offset;
    }
  }
}
