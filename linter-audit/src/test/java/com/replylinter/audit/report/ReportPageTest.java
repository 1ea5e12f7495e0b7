package com.replylinter.audit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.audit.Linters;
import com.replylinter.audit.Logs;
import com.replylinter.audit.run.AuditOptions;
import com.replylinter.audit.run.AuditRun;
import com.replylinter.audit.run.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report.html} in a real browser, with as many findings as it lists at most. */
class ReportPageTest {
  private static final String HOSTILE =
      "<img src=x onerror='window.hacked=1'></script><script>window.hacked=2</script>" + Logs.TAX;

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void audit() throws IOException, InterruptedException {
    browser = Browser.open();
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < HtmlReport.MOST_LISTED + 20; i++) {
      String at = "2026-11-%02dT%02d:00:00+08:00".formatted(1 + i % 10, 9 + i % 9);
      String agent = "店:" + (i == 7 ? "<b>乙" : i % 3 == 0 ? "丙" : "甲");
      log.append(
          Logs.line(
              "c" + i, "agent", agent, i == 7 ? HOSTILE : i % 2 == 0 ? Logs.TAX : "您加我微信吧", at));
    }
    Path file = Logs.write(folder.resolve("log.jsonl"), log.toString());
    new AuditRun(
            Linters.BUNDLED, AuditOptions.of(List.of(file), folder.resolve("out")), Progress.SILENT)
        .run();
    browser.go(folder.resolve("out/report.html").toUri().toString());
    browser.until("drawn", () -> !browser.findAll("html[data-drawn]").isEmpty());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** Chooses in a filter; the list follows at once, the charts with the next frame. */
  private static void choose(String id, String value) {
    browser.script(
        "const e = document.getElementById(arguments[0]); e.value = arguments[1];"
            + "e.dispatchEvent(new Event('change', {bubbles: true}));",
        id,
        value);
  }

  /** Clears the filters and waits until the page has followed; a driver's click may come late. */
  private static void clear() {
    browser.asyncScript(
        "document.querySelector('#filters button[type=reset]').click(); setTimeout(arguments[0]);");
    assertEquals("", browser.text("#matching"));
  }

  @Test
  void everythingIsDrawnWithoutComplaint() {
    clear();
    for (String chart : List.of("families", "trend", "ranking", "hours")) {
      assertFalse(browser.findAll("#" + chart + " svg").isEmpty(), chart);
    }
    assertEquals(50, browser.findAll("#list > li").size());
    assertEquals(5, browser.findAll("#worst .talk").size());
    assertTrue(browser.text("#todo").contains("就少"));
    assertTrue(browser.text("#listed").contains("最严重的 10,000 处"), browser.text("#listed"));
    assertTrue(browser.text("#list .finding mark").contains("税点"));
    assertTrue(browser.text("#list .rewrite").length() > 5);
    browser.until("families drawn", () -> browser.text("#families").contains("发票"));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void filtersNarrowTheListAndTheCharts() {
    clear();
    choose("by-agent", "店:<b>乙");
    assertTrue(browser.text("#matching").startsWith("筛选出 "));
    assertEquals(
        1, browser.findAll("#worst .talk").size() + browser.findAll("#worst-card[hidden]").size());
    assertFalse(browser.text("#list").contains("微信"));

    clear();
    choose("by-rule", "contact");
    assertFalse(browser.text("#list").contains("向买家收取税点"));
    browser.until("only contact drawn", () -> !browser.text("#families").contains("发票"));
    choose("from", "2026-11-03");
    choose("to", "2026-11-04");
    browser.until(
        "two days drawn",
        () -> {
          String days = browser.text("#trend");
          return days.contains("11-03") && !days.contains("11-02");
        });
    for (String day : browser.text("#list").lines().toList()) {
      assertTrue(
          !day.contains("2026-") || day.contains("2026-11-03") || day.contains("2026-11-04"));
    }
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void thePagesOfTheListAreTurned() {
    clear();
    String first = browser.text("#list > li");
    browser.findAll("#list-pager button").get(1).click();
    assertTrue(browser.text("#list-pager").contains("第 2 页，共 200 页"));
    assertFalse(first.equals(browser.text("#list > li")));
  }

  @Test
  void whatWasSaidIsNeverMarkup() {
    clear();
    choose("by-agent", "店:<b>乙");

    assertTrue(browser.text("#list").contains("<img src=x"));
    assertEquals(
        0L, browser.script("return document.querySelectorAll('main img, main b b').length"));
    assertNull(browser.script("return window.hacked"));
  }

  @Test
  void onPaperThereAreNoControls() {
    assertEquals(
        "none",
        browser.script(
            "const rule = [...document.styleSheets[0].cssRules].find(r => r.media && r.media.mediaText === 'print');"
                + "return [...rule.cssRules].find(r => r.selectorText === '.no-print').style.display;"));
  }
}
