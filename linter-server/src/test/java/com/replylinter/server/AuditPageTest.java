package com.replylinter.server;

import static com.replylinter.server.AuditService.id;
import static com.replylinter.server.AuditService.log;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** The page for audits in a real browser. */
final class AuditPageTest {
  private static final String MARKUP = "<img src=x onerror=alert(1)>.jsonl";

  private static Browser browser;

  @TempDir private Path folder;
  private AuditService service;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.open();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openPage() {
    service = AuditService.in(null);
    open("/audit");
  }

  @AfterEach
  void stop() {
    browser.go("about:blank"); // or the page would complain of the service's end
    service.close();
    browser.complaints();
  }

  private void open(String address) {
    browser.go(service.uri(address).toString());
    browser.until("limit told", () -> browser.text("#limit").contains("1 MB"));
  }

  /** Chooses a file as a person would, and starts. */
  private void upload(String name, byte[] content) {
    choose(name, content);
    browser.find("#start").click();
  }

  private void choose(String name, byte[] content) {
    try {
      Path file = Files.write(folder.resolve(name), content);
      browser.find("#choose").sendKeys(file.toAbsolutePath().toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void awaitState(String state) {
    browser.until(state, () -> state.equals(browser.attribute("#job", "data-state")));
  }

  private static String address() {
    return Objects.toString(browser.script("return location.href"));
  }

  private static void noComplaints() {
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aLogIsUploadedWatchedAndRead() {
    upload("晚班.jsonl", AuditService.heldLog());

    awaitState("running");
    browser.until("messages counted", () -> browser.text("#job-body").contains("已检查 1,000 条消息"));
    assertTrue(browser.text("#job-files").startsWith("晚班.jsonl · "));
    assertTrue(Double.parseDouble(browser.property("#job-body progress", "value")) < 1);
    String bookmark = address();
    assertTrue(bookmark.matches(".*/audit#[0-9a-f]{32}"), bookmark);

    browser.script("location.reload()");
    awaitState("running");
    browser.until(
        "messages counted again", () -> browser.text("#job-body").contains("已检查 1,000 条消息"));
    browser.until("listed", () -> browser.findAll("#jobs a[aria-current]").size() == 1);

    service.gate.open();
    awaitState("done");
    assertEquals("发现 501 处问题，最多可能扣 0 分", browser.text("#job-title"));
    assertEquals("晚班.jsonl jsonl UTF-8 1,001 1,001 0 0 0", browser.text("#job-body tbody tr"));
    browser.until("list told", () -> browser.text("#jobs").contains("发现 501 处问题"));
    WebElement report = browser.find("#open-report");
    assertEquals("_blank", report.getDomAttribute("target"));
    noComplaints();

    browser.go(Objects.requireNonNull(report.getDomProperty("href")));
    browser.until("charts drawn", () -> browser.findAll("#families svg").size() == 1);
    assertEquals("客服聊天审查报告", browser.text("h1"));
    assertTrue(browser.text("#list").contains("您加我微信吧"));
    noComplaints();
    assertEquals("null", browser.script("return self.origin"));

    browser.go(bookmark);
    awaitState("done");
  }

  @Test
  void aRefusalIsToldWhereItCanBeMended() {
    choose("log.jsonl", log("您加我微信吧"));
    browser.find("#options summary").click();
    browser.find("[name=rule]").sendKeys("contact，nothing/such");
    browser.find("#start").click();

    browser.until(
        "told", () -> browser.text("#problem").equals("没有这条规则：nothing/such。所有编号见 /v1/rules。"));
    assertEquals("true", browser.attribute("[name=rule]", "aria-invalid"));
    assertTrue(browser.find("#start").isEnabled());

    browser.find("[name=rule]").clear();
    browser.find("[name=rule]").sendKeys("contact");
    browser.find("#start").click();
    awaitState("done");
    assertFalse(browser.find("#problem").isDisplayed());
    assertEquals(0, browser.findAll("#chosen li").size());
  }

  @Test
  void whatCannotBeReadIsToldAndMayBeTriedOtherwise() {
    upload("odd.csv", "甲列,乙列\n您加我微信吧,客服\n".getBytes(StandardCharsets.UTF_8));

    awaitState("failed");
    String problem = browser.text("#job-body .problem");
    assertTrue(problem.startsWith("认不出“odd.csv”是哪种聊天记录"), problem);
    assertTrue(problem.contains("--columns"), problem);
    assertEquals("odd.csv", browser.text("#chosen .file"));

    browser.find("#options summary").click();
    browser.find("[name=columns]").sendKeys("消息内容=甲列,角色=乙列");
    browser.find("#start").click();
    awaitState("done");
    assertEquals("发现 1 处问题，最多可能扣 0 分", browser.text("#job-title"));
    noComplaints();
  }

  @Test
  void tooMuchIsToldBeforeItIsSent() {
    upload("large.txt", new byte[(1 << 20) + 1]);

    browser.until("told", () -> browser.text("#problem").startsWith("一共 1 MB，超过了一次 1 MB 的上限。"));
    browser.find("#chosen button").click();
    browser.find("#start").click();
    browser.until("told", () -> browser.text("#problem").equals("请先选择要检查的文件。"));
    noComplaints();
  }

  @Test
  void aRunningAuditIsCancelledAfterAQuestion() {
    upload("log.jsonl", AuditService.heldLog());
    awaitState("running");

    browser.find("#job-forget").click();
    browser.until("asked", () -> browser.find("#confirm").isDisplayed());
    assertEquals("取消这个检查？", browser.text("#confirm-title"));
    browser.find("#confirm-no").click();
    awaitState("running");
    browser.find("#job-forget").click();
    browser.find("#confirm-yes").click();

    browser.until("gone from the page", () -> !browser.find("#job").isDisplayed());
    browser.until(
        "gone from the list",
        () -> {
          open("/audit");
          return browser.text("#jobs").equals("还没有。");
        });
  }

  @Test
  void whatAnotherTabDeletesIsGoneHereToo() {
    String id = id(service.post("name=log.jsonl", AuditService.heldLog()));
    open("/audit#" + id);
    awaitState("running");

    service.delete(id);

    awaitState("gone");
    assertEquals("没有这个检查", browser.text("#job-title"));
    assertTrue(browser.text("#job-files").startsWith("已经删除"));
  }

  @Test
  void namesAreShownAsTheyAre() {
    String id = id(service.post(AuditService.form().file(MARKUP, log("您加我微信吧"))));
    open("/audit#" + id);
    awaitState("done");

    assertTrue(browser.text("#job-files").startsWith(MARKUP));
    assertEquals(MARKUP, browser.text("#job-body tbody th"));
    browser.until("listed", () -> browser.text("#jobs a").equals(MARKUP));
    assertEquals(0, browser.findAll("main img").size());
    noComplaints();
  }

  @Test
  void everythingIsSaidInEnglishToo() {
    String id = id(service.post("name=log.txt", "您好\n".getBytes(StandardCharsets.UTF_8)));
    open("/audit?lang=en#" + id);
    awaitState("failed");

    String chinese = "[\\u4e00-\\u9fff]";
    assertEquals("en", browser.property("html", "lang"));
    String page =
        browser.text("body").replace("中文", "").replaceAll("“?(人工客服|智能客服|商家配置|消息序号|账号类型)”?", "");
    assertFalse(page.matches("(?s).*" + chinese + ".*"), page);
    browser.find("#options summary").click();
    assertFalse(browser.text("#options").matches("(?s).*" + chinese + ".*"));
    assertTrue(browser.property("#lang", "href").endsWith("?lang=zh#" + id));
    browser.find("[data-keeps-language]").click();
    browser.until("back at the chat", () -> address().contains("/?lang=en"));
    browser.find("a[href*='audit']").click();
    browser.until("here again", () -> browser.text("h1").equals("Audit chat logs"));
  }

  @Test
  void itIsUsableOnANarrowScreenAndByKeys() {
    browser.resize(360, 740);
    open("/audit");
    try {
      Object overflow = browser.script("return document.documentElement.scrollWidth > innerWidth");
      assertEquals(false, overflow);
      assertEquals(
          List.of(),
          browser.script(
              """
              return [...document.querySelectorAll('input, select, progress')]
                  .filter((node) => node.labels.length === 0 && !node.hasAttribute('aria-labelledby'))
                  .map((node) => node.outerHTML);
              """));
    } finally {
      browser.resize(1280, 900);
    }
  }
}
