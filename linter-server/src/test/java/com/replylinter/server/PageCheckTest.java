package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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

/** The page in a real browser: what it shows of a reply. */
final class PageCheckTest {
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
  void thePanelTellsWhatCountedAndWhatDidNot() {
    page.type("亲，不加微信，加我QQ");
    page.awaitVerdict("block");
    assertEquals(0, browser.findAll(".candidates li").size());
    browser.find("#explain summary").click();
    browser.until("explained", () -> browser.findAll(".candidates li").size() == 2);

    String dropped = browser.text(".candidates .dropped");
    assertTrue(dropped.contains("加微信"), dropped);
    assertTrue(dropped.contains("写法：{加|加我}{微信|QQ}"), dropped);
    assertTrue(dropped.contains("否定：“不”管住了“加微信”"), dropped);
    assertTrue(browser.text(".candidates .kept").contains("加我QQ"));

    page.type("，不支持货到付款");
    browser.until("explained anew", () -> browser.findAll(".candidates li").size() == 3);
    assertTrue(browser.text("#explanation").contains("店铺未开通货到付款（shop.cod=false）"));
    page.noComplaints();
  }

  @Test
  void whatThePanelTellsIsNeverMarkup() {
    page.type("“<img src=x onerror='window.hacked = 5'>标记测试”，您说的<b>标记测试</b>");
    page.awaitVerdict("warn");
    browser.find("#explain summary").click();
    browser.until("explained", () -> browser.findAll(".candidates li").size() == 2);

    assertTrue(browser.text(".candidates").contains("标题 <img src=\"x\""));
    assertEquals(0, browser.findAll("#explanation img, #explanation b").size());
    assertNull(browser.script("return window.hacked;"));
    page.noComplaints();
  }

  @Test
  void anOffenceIsUnderlinedExplainedAndRewritten() {
    page.type("亲，开发票要加6个点的税点哦");
    page.awaitVerdict("block");

    assertEquals(List.of("加6个点的税点"), page.marks());
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
    page.awaitVerdict("pass");

    assertEquals(rewrite, page.draft());
    assertEquals(List.of(), page.marks());
    assertEquals("通过", browser.text("#badge"));
    page.noComplaints();
  }

  @Test
  void offencesAgainstOneRuleShareACard() {
    page.type("您加我微信吧，或者加QQ，这单送您一个小礼品");
    page.awaitVerdict("block");

    assertEquals(List.of("加我微信", "加QQ", "送您一个"), page.marks());
    assertEquals(2, browser.findAll(".finding").size());
    assertTrue(browser.text("#headline").contains("发现 3 处问题"));
    browser.findAll(".finding .matched button").get(1).click();
    assertEquals(
        "加QQ",
        browser.script(
            "const d = document.getElementById('draft');"
                + "return d.value.slice(d.selectionStart, d.selectionEnd);"));
    browser.until("pointed at", () -> browser.findAll(".finding.block.here").size() == 1);
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
    page.type(text);
    page.awaitVerdict("block");

    List<?> offsets = assertInstanceOf(List.class, browser.script(MARK_OFFSET));
    for (Object offset : offsets) {
      assertEquals(0.0, assertInstanceOf(Number.class, offset).doubleValue(), 1.5);
    }
  }

  @Test
  void aMarkWrapsWithItsLine() {
    page.type("亲，这款商品的质量非常好，已经卖出很多了，很多老顾客都回来买，".repeat(3) + "您加我微信吧");
    page.awaitVerdict("block");

    assertEquals(
        true,
        browser.script(
            "const a = document.getElementById('draft'), m = document.getElementById('mirror');"
                + "return a.clientWidth === m.clientWidth && a.scrollHeight === m.scrollHeight;"));
  }

  @ParameterizedTest
  @CsvSource({"这单送您一个小礼品, remind", "明天一定给您发货, warn", "您加我微信吧, block"})
  void everySeverityHasItsOwnLook(String text, String severity) {
    page.type(text);
    page.awaitVerdict(severity);

    assertEquals(1, browser.findAll(".mark." + severity).size());
    assertEquals(1, browser.findAll(".finding." + severity).size());
  }

  @Test
  void markupIsShownAsText() {
    String hostile = "<img src=x onerror='window.hacked=9'><script>window.hacked=8</script>标记测试";
    browser.find("#buyer").sendKeys(hostile, Keys.ENTER);
    page.type(hostile);
    page.awaitVerdict("warn");

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
    page.awaitVerdict("pass");
    browser.find("#send").click();
    browser.until("sent", () -> browser.findAll(".turn.agent").size() == 1);
    assertNull(browser.script("return window.hacked"));
    assertEquals(
        0L, browser.script("return document.querySelectorAll('main img, main script').length"));
    page.noComplaints();
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
    page.type("您加我微信吧");
    browser.pause(250); // the request is on its way
    browser.find("#draft").sendKeys(Keys.chord(Keys.CONTROL, "a"), "谢谢您", "的支持");
    page.awaitVerdict("pass");

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
    page.awaitVerdict("block");
    assertEquals(1L, browser.script("return window.asked"));
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
}
