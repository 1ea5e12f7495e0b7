package com.replylinter.audit.log;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/** Rows of the tables of an HTML page; what is outside of tables is not looked at. */
final class HtmlRows implements Rows {
  private final StreamParser page;
  private final Ledger ledger;
  private long number;

  HtmlRows(Reader html, Ledger ledger) {
    this.page = new StreamParser(Parser.htmlParser()).parse(html, "");
    this.ledger = ledger;
  }

  @Override
  public @Nullable Row next() throws IOException {
    Element row = page.selectNext("tr:has(td), tr:has(th)");
    if (row == null) {
      return null;
    }
    List<String> cells = row.select("> td, > th").stream().map(HtmlText::of).toList();
    row.remove();
    number++;
    ledger.line();
    return Row.of("", number, cells);
  }

  @Override
  public void close() {
    page.close();
  }
}
