package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser: what an agent sees and does. */
final class PageTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  /**
   * How far the first mark is from its characters as the text box draws them: left, width, middle.
   */
  private static final String MARK_OFFSET =
      """
      const area = document.getElementById('draft'), mark = document.querySelector('.mark');
      const style = getComputedStyle(area), box = area.getBoundingClientRect();
      const ruler = area.cloneNode();
      Object.assign(ruler.style, {width: 0, padding: 0, whiteSpace: 'pre'});
      ruler.placeholder = '';
      area.after(ruler);
      const width = (text) => { ruler.value = text; return ruler.scrollWidth; };
      const before = area.value.slice(0, area.value.indexOf(mark.textContent));
      const lines = before.split('\\n');
      const left = width(lines.at(-1));
      const right = width(lines.at(-1) + mark.textContent);
      ruler.remove();
      const rect = mark.getBoundingClientRect();
      const middle = box.top + parseFloat(style.paddingTop)
          + parseFloat(style.lineHeight) * (lines.length - 0.5);
      return [rect.left - (box.left + parseFloat(style.paddingLeft) + left),
              rect.width - (right - left),
              (rect.top + rect.bottom) / 2 - middle];
      """;

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

  @BeforeEach
  void openPage() {
    browser.resize(1280, 900);
    browser.go(SERVER.uri("/").toString());
    browser.until("connected", () -> "检查服务正常".equals(browser.text("#service")));
  }

  @Test
  void anOffenceIsUnderlinedExplainedAndRewritten() {
    type("亲，开发票要加6个点的税点哦");
    awaitVerdict("block");

    assertEquals(List.of("加6个点的税点"), marks());
    assertEquals("拦截", browser.text("#badge"));
    assertTrue(browser.text("#headline").contains("最高可能扣 6 分"));
    assertTrue(browser.text(".finding h3").contains("向买家收取税点"));
    assertEquals("扣 6 分", browser.text(".finding .points"));
    assertEquals("您在要求买家承担税点，请改为免费开票。", browser.text(".finding .message"));
    browser.find(".finding summary").click();
    assertTrue(browser.text(".finding details").contains("不得另收税点或税费"));
    assertTrue(browser.text(".finding details").contains("invoice/charge-tax-point"));

    String rewrite = browser.text(".finding .rewrite");
    browser.find(".finding .rewrite").click();
    awaitVerdict("pass");

    assertEquals(rewrite, draft());
    assertEquals(List.of(), marks());
    assertEquals("通过", browser.text("#badge"));
    noComplaints();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "加我微信",
        "亲，您好，您加我微信吧",
        "👍🏻👩‍👩‍👧‍👦 OK，您加我微信吧",
        "第一行，Hello World（你好）\n第二行您加我微信吧",
        "“引号”。。。，，，您加我微信吧",
      })
  void theMarkLiesUnderItsCharacters(String text) {
    type(text);
    awaitVerdict("block");

    for (Object off : (List<?>) browser.script(MARK_OFFSET)) {
      assertEquals(0.0, ((Number) off).doubleValue(), 1.5);
    }
  }

  @Test
  void aMarkWrapsWithItsLine() {
    type("亲，这款商品的质量非常好，已经卖出很多了，很多老顾客都回来买，".repeat(3) + "您加我微信吧");
    awaitVerdict("block");

    assertEquals(
        true,
        browser.script(
            "const a = document.getElementById('draft'), m = document.getElementById('mirror');"
                + "return a.clientWidth === m.clientWidth && a.scrollHeight === m.scrollHeight;"));
  }

  @Test
  void aRewriteCanBeUndoneByButtonAndByKey() {
    type("您加我微信吧");
    awaitVerdict("block");
    browser.find(".rewrite").click();
    awaitVerdict("pass");
    browser.find("#undo").click();
    awaitVerdict("block");
    assertEquals("您加我微信吧", draft());
    assertFalse(browser.find("#undo").isDisplayed());

    browser.find(".rewrite").click();
    awaitVerdict("pass");
    browser.find("#draft").sendKeys(Keys.chord(Keys.CONTROL, "z"));
    awaitVerdict("block");
    assertEquals("您加我微信吧", draft());
  }

  @ParameterizedTest
  @CsvSource({"这单送您一个小礼品, remind", "明天一定给您发货, warn", "您加我微信吧, block"})
  void everySeverityHasItsOwnLook(String text, String severity) {
    type(text);
    awaitVerdict(severity);

    assertEquals(1, browser.findAll(".mark." + severity).size());
    assertEquals(1, browser.findAll(".finding." + severity).size());
  }

  @Test
  void theBuyersQuestionDecidesAShortAnswer() {
    type("加6个点就行");
    awaitVerdict("pass");
    browser.find("#buyer").sendKeys("可以开票吗", Keys.ENTER);
    awaitVerdict("block");

    assertEquals("可以开票吗", browser.text(".turn.buyer .bubble"));
    assertEquals("结合对话“可以开票吗”判断", browser.text(".because"));
    browser.find("#clear").click();
    awaitVerdict("pass");
    assertEquals(0, browser.findAll(".turn").size());
  }

  @Test
  void aCleanReplyIsSentAndABlockedOneOnlyWhenConfirmed() {
    type("谢谢您的支持");
    browser.find("#draft").sendKeys(Keys.chord(Keys.SHIFT, Keys.ENTER), "再见", Keys.ENTER);
    browser.until("sent", () -> browser.findAll(".turn.agent").size() == 1);
    assertEquals("谢谢您的支持\n再见", browser.text(".turn.agent .bubble"));
    assertEquals("", draft());

    type("您加我微信吧");
    browser.find("#draft").sendKeys(Keys.ENTER);
    browser.until("asked", () -> browser.find("#confirm").isDisplayed());
    assertTrue(browser.text("#confirm").contains("引导站外联系"));
    browser.find("#confirm-back").click();
    assertEquals("您加我微信吧", draft());
    assertEquals(1, browser.findAll(".turn.agent").size());

    browser.find("#send").click();
    browser.until("asked again", () -> browser.find("#confirm").isDisplayed());
    browser.find("#confirm-send").click();
    browser.until("sent", () -> browser.findAll(".turn.agent").size() == 2);
    assertEquals("违规仍发送", browser.text(".turn.agent:last-child .sent"));
    assertEquals("idle", browser.attribute("#badge", "data-verdict"));
    noComplaints();
  }

  @Test
  void examplesFillTheChat() {
    for (int i = 0; i < browser.findAll(".chip").size(); i++) {
      WebElement chip = browser.findAll(".chip").get(i);
      String said = chip.getText();
      chip.click();
      browser.until("checked", () -> !List.of("idle", "checking").contains(verdict()));

      assertTrue(said.endsWith(draft()));
      assertEquals(said.startsWith("买家：") ? 1 : 0, browser.findAll(".turn.buyer").size());
    }
  }

  @Test
  void markupIsShownAsText() {
    String hostile = "<img src=x onerror='window.hacked=9'><script>window.hacked=8</script>标记测试";
    browser.find("#buyer").sendKeys(hostile, Keys.ENTER);
    type(hostile);
    awaitVerdict("warn");

    assertEquals(hostile, browser.text(".turn.buyer .bubble"));
    assertEquals(
        hostile + "\u200b", browser.script("return document.getElementById('mirror').textContent"));
    assertEquals(
        "标题 <img src=\"x\" onerror=\"window.hacked = 1\"> 结束", browser.text(".finding h3"));
    assertEquals("说明 <script>window.hacked = 2</script> 结束。", browser.text(".finding .message"));
    assertEquals(
        List.of("改写 <img src=\"x\" onerror=\"window.hacked = 4\"> 结束", "改写 &lt;b&gt; 结束"),
        browser.findAll(".rewrite").stream().map(WebElement::getText).toList());
    browser.find(".rewrite").click();
    awaitVerdict("pass");
    browser.find("#send").click();
    browser.until("sent", () -> browser.findAll(".turn.agent").size() == 1);
    assertNull(browser.script("return window.hacked"));
    assertEquals(
        0L, browser.script("return document.querySelectorAll('main img, main script').length"));
    noComplaints();
  }

  @Test
  void staleAnswersAreNeverDrawnAndOneRequestIsUnderWayAtMost() {
    browser.script(
        """
        const fetchNow = window.fetch;
        window.underWay = 0; window.most = 0; window.drawn = 0;
        window.fetch = async (...request) => {
          window.most = Math.max(window.most, ++window.underWay);
          const response = await fetchNow(...request);
          await new Promise((resolve) => setTimeout(resolve, 600));
          window.underWay--;
          return response;
        };
        new MutationObserver(() => { window.drawn += document.querySelectorAll('.mark').length; })
            .observe(document.getElementById('mirror'), {childList: true});
        """);
    type("您加我微信吧");
    browser.pause(250); // the request is on its way
    browser.find("#draft").sendKeys(Keys.chord(Keys.CONTROL, "a"), "谢谢您", "的支持");
    awaitVerdict("pass");

    assertEquals(1L, browser.script("return window.most"));
    assertEquals(0L, browser.script("return window.drawn"));
  }

  @Test
  void nothingIsCheckedWhileAnInputMethodComposes() {
    browser.script(
        """
        const fetchNow = window.fetch;
        window.asked = 0;
        window.fetch = (...request) => { window.asked++; return fetchNow(...request); };
        const draft = document.getElementById('draft');
        draft.focus();
        draft.dispatchEvent(new CompositionEvent('compositionstart'));
        draft.value = 'jia wo wei xin';
        draft.dispatchEvent(new InputEvent('input', {isComposing: true}));
        """);
    browser.pause(400);
    assertEquals(0L, browser.script("return window.asked"));

    browser.script(
        """
        const draft = document.getElementById('draft');
        draft.value = '加我微信';
        draft.dispatchEvent(new InputEvent('input', {isComposing: true}));
        draft.dispatchEvent(new CompositionEvent('compositionend'));
        """);
    awaitVerdict("block");
    assertEquals(1L, browser.script("return window.asked"));
  }

  @Test
  void anOutageIsShownAndOverWithoutReloading() throws ServerStartException {
    LinterServer first = LinterServer.start(TestServer.options(TestServer.book()));
    int port = first.port();
    browser.go("http://127.0.0.1:" + port + "/");
    type("您加我微信吧");
    awaitVerdict("block");

    first.close();
    browser.find("#draft").sendKeys("！");
    browser.until("told", () -> "unreachable".equals(state()));
    assertEquals(List.of(), marks());
    assertEquals("这句话还没有检查", browser.text("#headline-title"));
    assertEquals("未检查", browser.text("#badge"));
    browser.find("#send").click();
    browser.until("asked", () -> browser.find("#confirm").isDisplayed());
    browser.find("#confirm-back").click();

    ServerOptions same = new ServerOptions("127.0.0.1", port, TestServer.book(), null);
    try (LinterServer second = LinterServer.start(same)) {
      assertEquals(port, second.port());
      awaitVerdict("block");
      assertEquals("ready", state());
      assertEquals(List.of("加我微信"), marks());
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
    awaitVerdict("unchecked");

    assertTrue(browser.text("#headline-note").contains("20001"));
    assertEquals("20001 / 20000 字", browser.text("#count"));
    browser.complaints();
  }

  @Test
  void thePageIsThereInEnglish() {
    browser.find("#lang").click();
    browser.until("connected", () -> "Service is up".equals(browser.text("#service")));
    type("您加我微信吧");
    awaitVerdict("block");

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
    type("亲，开发票要加6个点的税点哦，明天一定给您发货" + "a".repeat(300));
    awaitVerdict("block");

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
    type("您加我微信吧");
    awaitVerdict("block");

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

  @Test
  void marksMoveWithTheirCharactersUntilTheNextAnswer() {
    assertEquals(
        List.of("2-4", "5-7 6-8", "", "0-2 6-8", ""),
        browser.asyncScript(
            """
            const done = arguments[arguments.length - 1];
            import('/draft-box.js').then(({ moveMarks }) => {
              const marks = [{start: 2, end: 4}];
              const show = (moved) => moved.map((m) => m.start + '-' + m.end).join(' ');
              done([
                show(moveMarks(marks, 'abcdef', 'abcdefgh')),
                show(moveMarks([{start: 2, end: 4}, {start: 3, end: 5}], 'abcdef', 'xyzabcdef')),
                show(moveMarks(marks, 'abcdef', 'abcXdef')),
                show(moveMarks([{start: 0, end: 2}, {start: 4, end: 6}], 'abcdef', 'abcXYdef')),
                show(moveMarks(marks, 'abcdef', '')),
              ]);
            });
            """));
  }

  private static void type(String text) {
    String[] lines = text.split("\n", -1);
    insert(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      browser.find("#draft").sendKeys(Keys.chord(Keys.SHIFT, Keys.ENTER));
      insert(lines[i]);
    }
  }

  /** As an input method would: chromedriver's own keys cannot write beyond the basic plane. */
  private static void insert(String text) {
    browser.script(
        "document.getElementById('draft').focus();"
            + "document.execCommand('insertText', false, arguments[0]);",
        text);
  }

  private static void awaitVerdict(String verdict) {
    browser.until("verdict " + verdict, () -> verdict.equals(verdict()));
  }

  private static String verdict() {
    return browser.attribute("#badge", "data-verdict");
  }

  private static String state() {
    return browser.attribute("#service", "data-state");
  }

  private static String draft() {
    return browser.property("#draft", "value");
  }

  private static List<String> marks() {
    return browser.findAll(".mark").stream().map(WebElement::getText).toList();
  }

  private static void noComplaints() {
    assertEquals(List.of(), browser.complaints());
  }
}
