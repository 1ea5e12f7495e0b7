package com.replylinter.audit.log;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The lines of the text of an HTML page, which is held as a whole; blank ones are left out. */
final class HtmlLines implements Lines.Source {
  /** Larger pages are refused, in characters. */
  private static final int MAX_PAGE = 16 << 20;

  private final Iterator<String> lines;
  private long number;

  HtmlLines(Reader html) throws IOException {
    StringBuilder page = new StringBuilder();
    char[] buffer = new char[1 << 13];
    try (html) {
      for (int n = html.read(buffer); n >= 0; n = html.read(buffer)) {
        page.append(buffer, 0, n);
        if (page.length() > MAX_PAGE) {
          throw new DamagedFileException(
              Wording.of(
                  "HTML 文件超过 %d MB，又没有能认出的消息块或表格，没有读。请分成几个文件导出，或另存为文本。",
                  "The HTML file has more than %d MB and no blocks of messages or tables that are"
                      + " known; it was not read. Export it in parts, or save it as text.",
                  MAX_PAGE >> 20));
        }
      }
    }
    this.lines = HtmlText.of(Jsoup.parse(page.toString()).body()).lines().iterator();
  }

  @Override
  public @Nullable Line next() {
    if (!lines.hasNext()) {
      return null;
    }
    number++;
    return new Line(number, lines.next());
  }

  @Override
  public void close() {}
}
