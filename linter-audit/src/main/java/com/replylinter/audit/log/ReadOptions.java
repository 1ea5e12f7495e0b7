package com.replylinter.audit.log;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user knows about the files.
 *
 * @param layout id of the layout every file has (see {@link Layout}); null to tell by the content
 * @param charset the encoding every file has; null to tell by the content
 * @param columns what stands where in a table: the key says what is meant, in Chinese or English
 *     (会话ID, 客服, 买家, 发送方, 角色, 时间, 消息内容…), the value is the header's text in the file, or {@code #3}
 *     for the third column, or empty for “there is none, whatever the header looks like”. Layouts
 *     without columns take from it the agents' names ({@code 客服=小美|小丽})
 * @param exportedOn the day of the export, which 昨天, 今天 and dates without a year count from; null
 *     if unknown, and then such a date is an error
 */
public record ReadOptions(
    @Nullable String layout,
    @Nullable Charset charset,
    Map<String, String> columns,
    @Nullable LocalDate exportedOn) {
  /** Everything is told by the content. */
  public static final ReadOptions DEFAULT = new ReadOptions(null, null, Map.of(), null);

  /** Keeps an immutable copy. */
  public ReadOptions {
    columns = Map.copyOf(columns);
  }

  /**
   * Makes sure that all it names is known.
   *
   * @throws LogFileException if a layout or a key of a column is not
   */
  public void check() throws LogFileException {
    Column.named(this);
    if (layout != null) {
      Layout.of(layout);
    }
  }
}
