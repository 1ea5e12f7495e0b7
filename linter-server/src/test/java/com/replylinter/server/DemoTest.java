package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The demonstration in a real browser: a chat of two sides, with or without the plugin. */
final class DemoTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static Browser browser;

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

  @Test
  void bothSidesSeeWhatIsSaid() {
    open("/demo");
    String first = browser.text("#talk .turn .bubble");
    assertFalse(first.isEmpty());
    assertEquals(first, browser.text("#phone-talk .turn .bubble"));

    browser.find("#buyer").sendKeys("地址写错了怎么改", Keys.ENTER);
    browser.until("asked", () -> bubbles("#talk").contains("地址写错了怎么改"));
    browser.find("#asks button").click();
    browser.until("asked by a chip", () -> bubbles("#phone-talk").size() == 3);

    type("好的亲，这就为您修改");
    sendByKey();
    browser.until("answered", () -> bubbles("#phone-talk").contains("好的亲，这就为您修改"));
    assertEquals("", browser.property("#reply", "value"));
    browser.until("the buyer goes on", () -> bubbles("#phone-talk").size() == 5);
  }

  @Test
  void everyConversationIsItsOwn() {
    open("/demo");
    List<WebElement> people = browser.findAll(".person");
    assertEquals(4, people.size());
    String first = browser.text("#order-goods");
    type("还没写完的话");

    people.get(1).click();
    assertFalse(browser.text("#order-goods").equals(first));
    assertEquals("", browser.property("#reply", "value"));
    browser.findAll(".person").get(0).click();

    assertEquals(first, browser.text("#order-goods"));
    assertEquals("还没写完的话", browser.property("#reply", "value"));
  }

  @Test
  void whatIsSaidIsShownAsText() {
    open("/demo");
    browser.find("#buyer").sendKeys("<img src=x onerror=alert(1)>", Keys.ENTER);
    browser.until("said", () -> bubbles("#talk").contains("<img src=x onerror=alert(1)>"));
    type("<b>好的</b>");
    sendByKey();
    browser.until("answered", () -> bubbles("#talk").contains("<b>好的</b>"));
    browser.findAll(".person").get(3).click();

    assertEquals("<b>改名中</b>", browser.text("#bench-title"));
    assertEquals(0, browser.findAll(".talk img, .talk b, #bench-title b, .person b").size());
  }

  @ParameterizedTest
  @CsvSource({
    "/demo, zh-CN, 聊天插件演示, 订单, 不许发",
    "/demo?lang=en, en, The chat plugin at work, Order, never go out"
  })
  void itSpeaksBothLanguages(String path, String lang, String title, String order, String never) {
    open(path);

    assertEquals(lang, browser.attribute("html", "lang"));
    assertEquals(title, browser.text("h1"));
    assertEquals(order, browser.text("#order-title"));
    assertEquals(never, browser.find("[name=override] option[value=never]").getText());
  }

  @Test
  void itCanBeLightOrDark() {
    open("/demo");
    choose("#theme", "light");
    String light = background();
    choose("#theme", "dark");

    assertFalse(light.equals(background()), light);
  }

  @Test
  void withoutThePluginItSaysSo() {
    if (hasPlugin()) {
      return; // told by the tests below
    }
    open("/demo");

    browser.until("told", () -> browser.find("#notice").isDisplayed());
    assertEquals("none", browser.attribute("#service", "data-state"));
  }

  @Test
  void thePluginGuardsTheAgentsBox() {
    assumeTrue(hasPlugin(), "the plugin is not built in");
    open("/demo");
    browser.until("ready", () -> "ready".equals(browser.attribute("#service", "data-state")));
    int before = bubbles("#phone-talk").size();

    type("您加我微信吧");
    sendByKey();
    browser.until(
        "the plugin asks",
        () ->
            Boolean.TRUE.equals(
                browser.script(
                    "const host = document.querySelector('reply-linter');"
                        + "return host !== null && host.shadowRoot.textContent.includes('引导');")));
    assertEquals(before, bubbles("#phone-talk").size());

    choose("[name=override]", "never");
    type("好的亲，这就为您修改");
    sendByKey();
    browser.until("sent", () -> bubbles("#phone-talk").contains("好的亲，这就为您修改"));
    browser.until("told to the page", () -> browser.findAll("#log .tag.pass").size() == 1);
    assertTrue(browser.text("#log").contains("好的亲，这就为您修改"));
    assertEquals(List.of(), browser.complaints());
  }

  private static boolean hasPlugin() {
    return DemoTest.class.getResource("/web/plugin/index.js") != null;
  }

  private static void open(String path) {
    browser.resize(1440, 900);
    browser.go(SERVER.uri(path).toString());
    browser.until(
        "loaded", () -> !"connecting".equals(browser.attribute("#service", "data-state")));
    if (hasPlugin()) {
      return;
    }
    browser.complaints(); // of the missing module
  }

  private static void type(String words) {
    browser.script(
        "const box = document.getElementById('reply'); box.focus(); box.select();"
            + "document.execCommand('insertText', false, arguments[0]);",
        words);
  }

  private static void sendByKey() {
    browser.find("#reply").sendKeys(Keys.ENTER);
  }

  private static void choose(String css, String value) {
    browser.script(
        "const pick = document.querySelector(arguments[0]); pick.value = arguments[1];"
            + "pick.dispatchEvent(new Event('change', { bubbles: true }));",
        css,
        value);
  }

  private static String background() {
    return String.valueOf(browser.script("return getComputedStyle(document.body).backgroundColor"));
  }

  private static List<String> bubbles(String talk) {
    return browser.findAll(talk + " .bubble").stream().map(WebElement::getText).toList();
  }
}
