package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser: what an agent does with it. */
final class PageUseTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static Browser browser;
  private static AgentPage page;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.open();
    page = new AgentPage(browser);
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void openPage() {
    page.open(SERVER.uri("/"));
  }

  @Test
  void aRewriteCanBeUndoneByButtonAndByKey() {
    page.type("您加我微信吧");
    page.awaitVerdict("block");
    browser.find(".rewrite").click();
    page.awaitVerdict("pass");
    browser.find("#undo").click();
    page.awaitVerdict("block");
    assertEquals("您加我微信吧", page.draft());
    assertFalse(browser.find("#undo").isDisplayed());

    browser.find(".rewrite").click();
    page.awaitVerdict("pass");
    browser.find("#draft").sendKeys(Keys.chord(Keys.CONTROL, "z"));
    page.awaitVerdict("block");
    assertEquals("您加我微信吧", page.draft());
  }

  @Test
  void theBuyersQuestionDecidesAShortAnswer() {
    page.type("加6个点就行");
    page.awaitVerdict("pass");
    browser.find("#buyer").sendKeys("可以开票吗", Keys.ENTER);
    page.awaitVerdict("block");

    assertEquals("可以开票吗", browser.text(".turn.buyer .bubble"));
    assertEquals("结合对话“可以开票吗”判断", browser.text(".because"));
    browser.find("#clear").click();
    page.awaitVerdict("pass");
    assertEquals(0, browser.findAll(".turn").size());
  }

  @Test
  void aTrapIsShownWhileTheBuyersMessageIsTyped() {
    browser.find("#buyer").sendKeys("您好，能开发票吗");
    browser.until("warned", () -> browser.find("#traps").isDisplayed());

    assertEquals("买家在问发票", browser.text(".trap h3"));
    assertTrue(browser.text(".trap").contains("买家在问发票，直接答应免费开具。"));
    browser.find(".trap summary").click();
    assertTrue(browser.text(".trap").contains("拒开发票要扣分。"));
    assertEquals("idle", page.verdict());
    browser.until(
        "announced", () -> "当心：买家在问发票".equals(browser.property("#announce", "textContent")));

    browser.find("#buyer").sendKeys(Keys.ENTER);
    browser.until("added", () -> browser.findAll(".turn.buyer").size() == 1);
    browser.find(".trap .rewrite").click();
    page.awaitVerdict("pass");
    assertEquals("亲，可以开发票的，免费为您开具。", page.draft());
    assertTrue(browser.find("#traps").isDisplayed());

    browser.find("#send").click();
    browser.until("answered", () -> !browser.find("#traps").isDisplayed());
    assertEquals("idle", page.verdict());
    page.noComplaints();
  }

  @Test
  void anInnocentQuestionIsNoTrap() {
    browser.find("#buyer").sendKeys("能开发票吗");
    browser.until("warned", () -> browser.find("#traps").isDisplayed());
    browser.find("#buyer").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
    browser.until("withdrawn", () -> !browser.find("#traps").isDisplayed());
    browser.find("#buyer").sendKeys("不要问能开票吗", Keys.ENTER);
    page.type("好的");
    page.awaitVerdict("pass");

    assertFalse(browser.find("#traps").isDisplayed());
  }

  @Test
  void aPromiseIsToBeNotedOnTheOrder() {
    page.type("这单送您一个小礼品");
    page.awaitVerdict("remind");

    assertEquals("已承诺：小礼品，记到订单备注", browser.text(".promised"));
  }

  @Test
  void aCleanReplyIsSentAndABlockedOneOnlyWhenConfirmed() {
    page.type("谢谢您的支持");
    browser.find("#draft").sendKeys(Keys.chord(Keys.SHIFT, Keys.ENTER), "再见", Keys.ENTER);
    browser.until("sent", () -> browser.findAll(".turn.agent").size() == 1);
    assertEquals("谢谢您的支持\n再见", browser.text(".turn.agent .bubble"));
    assertEquals("", page.draft());

    page.type("您加我微信吧");
    browser.find("#draft").sendKeys(Keys.ENTER);
    browser.until("asked", () -> browser.find("#confirm").isDisplayed());
    assertTrue(browser.text("#confirm").contains("引导站外联系"));
    browser.find("#confirm-back").click();
    assertEquals("您加我微信吧", page.draft());
    assertEquals(1, browser.findAll(".turn.agent").size());

    browser.find("#send").click();
    browser.until("asked again", () -> browser.find("#confirm").isDisplayed());
    browser.find("#confirm-send").click();
    browser.until("sent", () -> browser.findAll(".turn.agent").size() == 2);
    assertEquals("违规仍发送", browser.text(".turn.agent:last-child .sent"));
    assertEquals("idle", browser.attribute("#badge", "data-verdict"));
    page.noComplaints();
  }

  @Test
  void examplesFillTheChat() {
    for (int i = 0; i < browser.findAll(".chip").size(); i++) {
      WebElement chip = browser.findAll(".chip").get(i);
      String said = chip.getText();
      chip.click();
      browser.until("checked", () -> !List.of("idle", "checking").contains(page.verdict()));

      assertTrue(said.endsWith(page.draft()));
      assertEquals(said.startsWith("买家：") ? 1 : 0, browser.findAll(".turn.buyer").size());
    }
  }

  @Test
  void anOutageIsShownAndOverWithoutReloading() throws ServerStartException {
    LinterServer first = LinterServer.start(TestServer.options(TestServer.book()));
    int port = first.port();
    browser.go("http://127.0.0.1:" + port + "/");
    page.type("您加我微信吧");
    page.awaitVerdict("block");

    first.close();
    browser.find("#draft").sendKeys("！");
    browser.until("told", () -> "unreachable".equals(page.state()));
    assertEquals(List.of(), page.marks());
    assertEquals("这句话还没有检查", browser.text("#headline-title"));
    assertEquals("未检查", browser.text("#badge"));
    browser.find("#send").click();
    browser.until("asked", () -> browser.find("#confirm").isDisplayed());
    browser.find("#confirm-back").click();

    ServerOptions same = new ServerOptions("127.0.0.1", port, TestServer.book(), null);
    try (LinterServer second = LinterServer.start(same)) {
      assertEquals(port, second.port());
      page.awaitVerdict("block");
      assertEquals("ready", page.state());
      assertEquals(List.of("加我微信"), page.marks());
    }
    browser.complaints();
  }

  @Test
  void aDraftOverTheLimitIsTold() {
    browser.script(
        """
        const draft = document.getElementById('draft');
        draft.value = '好'.repeat(20001);
        draft.dispatchEvent(new InputEvent('input'));
        """);
    page.awaitVerdict("unchecked");

    assertTrue(browser.text("#headline-note").contains("20001"));
    assertEquals("20001 / 20000 字", browser.text("#count"));
    browser.complaints();
  }

  @Test
  void thePageIsThereInEnglish() {
    browser.find("#lang").click();
    browser.until("connected", () -> "Service is up".equals(browser.text("#service")));
    page.type("您加我微信吧");
    page.awaitVerdict("block");

    assertEquals("Block", browser.text("#badge"));
    assertEquals("Do not send this", browser.text("#headline-title"));
    assertEquals("en", browser.attribute("html", "lang"));
    browser.find("#lang").click();
    browser.until("connected", () -> "检查服务正常".equals(browser.text("#service")));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 420, 768, 881, 1280})
  void everythingFitsTheWindow(int width) {
    browser.resize(width, 900);
    browser.find("#buyer").sendKeys("能开发票吗");
    browser.until("warned", () -> browser.find("#traps").isDisplayed());
    page.type("亲，开发票要加6个点的税点哦，明天一定给您发货" + "a".repeat(300));
    page.awaitVerdict("block");

    assertEquals(
        List.of(),
        browser.script(
            """
            const right = document.documentElement.getBoundingClientRect().right + 1;
            return [...document.querySelectorAll('body *:not(.samples *):not(.sr)')]
                .filter((node) => node.getBoundingClientRect().right > right)
                .map((node) => node.tagName + '#' + node.id + '.' + node.className);
            """));
  }

  @Test
  void everyControlHasANameAndAPlaceInTheTabOrder() {
    page.type("您加我微信吧");
    page.awaitVerdict("block");

    assertEquals(
        List.of(),
        browser.script(
            """
            return [...document.querySelectorAll('input, textarea, button, a, summary')]
                .filter((node) => node.tabIndex < 0
                    || !(node.textContent.trim() || node.getAttribute('aria-label')
                        || node.labels?.length))
                .map((node) => node.outerHTML);
            """));
    assertEquals("polite", browser.attribute("#announce", "aria-live"));
    browser.until(
        "announced", () -> browser.property("#announce", "textContent").contains("发现 1 处问题"));
  }
}
