package com.replylinter.server.audit;

import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.audit.log.Input;
import com.replylinter.audit.log.LogFileException;
import com.replylinter.audit.log.ReadOptions;
import com.replylinter.audit.log.Wording;
import com.replylinter.audit.run.AuditOptions;
import com.replylinter.audit.run.Filter;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.server.audit.AuditFault.Kind;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an upload is to be audited: fields of a form or of an address, named as the options of {@code
 * linter audit} are ({@code --exported-on} is {@code exportedOn}).
 *
 * @param values what was sent under each name; never blank
 */
record AuditFields(Map<String, List<String>> values) {
  /** Those that may be given once. */
  private static final Set<String> SINGLE =
      Set.of(
          "layout",
          "charset",
          "columns",
          "exportedOn",
          "since",
          "until",
          "asOf",
          "noMask",
          "platform",
          "cod",
          "noFreeShipping",
          "presale",
          "custom",
          "returnExempt");

  private static final Set<String> REPEATED = Set.of("agent", "rule", "ownLink");

  /** Keeps an immutable copy. */
  AuditFields {
    values = Map.copyOf(values);
  }

  /**
   * How to audit.
   *
   * @param resume whether to go on where the job was broken off
   * @throws AuditFault if a field is unknown or makes no sense
   */
  AuditOptions options(List<Input> inputs, Path out, AuditSettings settings, boolean resume) {
    LocalDate since = date("since");
    LocalDate until = date("until");
    if (since != null && until != null && until.isBefore(since)) {
      throw invalid(
          "until",
          Wording.of("until（%s）在 since（%s）之前。", "until (%s) is before since (%s).", until, since));
    }
    return new AuditOptions(
        inputs,
        out,
        new ReadOptions(one("layout"), charset(), columns(), date("exportedOn")),
        new Filter(since, until, Set.copyOf(all("agent")), Set.copyOf(all("rule"))),
        date("asOf"),
        shop(),
        !flag("noMask"),
        resume,
        settings.threads(),
        settings.checkpointEvery());
  }

  /**
   * Makes sure that every field is known and makes sense.
   *
   * @throws AuditFault otherwise; it names the field
   */
  void check(Phrasebook book) {
    for (Map.Entry<String, List<String>> field : values.entrySet()) {
      String name = field.getKey();
      if (!SINGLE.contains(name) && !REPEATED.contains(name)) {
        throw unknown(name);
      }
      if (SINGLE.contains(name) && field.getValue().size() > 1) {
        throw invalid(name, Wording.of("%s 只能写一次。", "%s may be given once only.", name));
      }
    }
    options(List.of(), Path.of(""), AuditSettings.DEFAULT, false);
    checkReading("layout", new ReadOptions(one("layout"), null, Map.of(), null));
    checkReading("columns", new ReadOptions(null, null, columns(), null));
    all("rule").forEach(rule -> checkRule(rule, book));
  }

  /** Told of a field that no audit has. */
  static AuditFault unknown(String name) {
    return new AuditFault(
        Kind.MALFORMED,
        name,
        Wording.of(
            "不认识的字段：%s。可以写的有：file、%s。",
            "Unknown field: %s. Known are: file, %s.",
            name,
            Wording.names(Stream.concat(SINGLE.stream(), REPEATED.stream()).sorted().toList())));
  }

  private static void checkReading(String field, ReadOptions reading) {
    try {
      reading.check();
    } catch (LogFileException e) {
      throw invalid(field, e.wording());
    }
  }

  private static void checkRule(String name, Phrasebook book) {
    boolean known =
        book.rules().stream()
            .anyMatch(rule -> rule.id().toString().equals(name) || rule.id().family().equals(name));
    if (!known) {
      throw invalid(
          "rule",
          Wording.of(
              "没有这条规则：%s。所有编号见 /v1/rules。", "There is no rule %s. See /v1/rules for all.", name));
    }
  }

  private @Nullable String one(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? null : all.get(0);
  }

  private List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  private @Nullable LocalDate date(String name) {
    String value = one(name);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw invalid(
          name,
          Wording.of(
              "%s 应是日期，如 2026-11-22：%s", "%s must be a date such as 2026-11-22: %s", name, value));
    }
  }

  private boolean flag(String name) {
    String value = one(name);
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw invalid(
        name, Wording.of("%s 应是 true 或 false：%s", "%s must be true or false: %s", name, value));
  }

  private @Nullable Charset charset() {
    String value = one("charset");
    try {
      return value == null ? null : Charset.forName(value);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw invalid(
          "charset",
          Wording.of(
              "没有叫“%s”的编码；常见的有 UTF-8、GB18030、UTF-16。",
              "There is no encoding “%s”; common ones are UTF-8, GB18030 and UTF-16.", value));
    }
  }

  /** As on the command line: {@code 时间=日期,消息内容=正文}. */
  private Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    String value = one("columns");
    for (String pair : value == null ? new String[0] : value.split("[,，]", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        throw invalid(
            "columns",
            Wording.of(
                "columns 应写成 消息内容=正文,发送方=身份 这样：%s",
                "columns must be like text=Body,sender=Who: %s", pair));
      }
      columns.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return columns;
  }

  private Shop shop() {
    String label = one("platform");
    Platform platform =
        label == null
            ? Platform.TMALL
            : Platform.of(label)
                .orElseThrow(
                    () ->
                        invalid(
                            "platform",
                            Wording.of(
                                "不认识的平台：%s。可以写的有：%s。",
                                "Unknown platform: %s. Known are: %s.",
                                label,
                                Wording.names(Platform.labels()))));
    return new Shop(
        platform,
        flag("cod"),
        !flag("noFreeShipping"),
        flag("presale"),
        flag("custom"),
        flag("returnExempt"),
        all("ownLink"));
  }

  static AuditFault invalid(String field, Wording wording) {
    return new AuditFault(Kind.INVALID, field, wording);
  }
}
