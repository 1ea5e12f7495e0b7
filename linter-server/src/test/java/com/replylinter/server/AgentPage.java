package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The page as an agent handles it.
 *
 * @param browser that shows it
 */
record AgentPage(Browser browser) {

  /** Opens the page afresh, and waits until it has found the service. */
  void open(URI uri) {
    browser.resize(1280, 900);
    browser.go(uri.toString());
    browser.until("connected", () -> "ready".equals(state()));
  }

  /** Types into the reply. */
  void type(String text) {
    String[] lines = text.split("\n", -1);
    insert(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      browser.find("#draft").sendKeys(Keys.chord(Keys.SHIFT, Keys.ENTER));
      insert(lines[i]);
    }
  }

  /** As an input method would: chromedriver's own keys cannot write beyond the basic plane. */
  private void insert(String text) {
    browser.script(
        "document.getElementById('draft').focus();"
            + "document.execCommand('insertText', false, arguments[0]);",
        text);
  }

  void awaitVerdict(String verdict) {
    browser.until("verdict " + verdict, () -> verdict.equals(verdict()));
  }

  /** The verdict shown, or {@code idle}, {@code checking} or {@code unchecked}. */
  String verdict() {
    return browser.attribute("#badge", "data-verdict");
  }

  /** How the service is said to be. */
  String state() {
    return browser.attribute("#service", "data-state");
  }

  String draft() {
    return browser.property("#draft", "value");
  }

  /** The underlined words. */
  List<String> marks() {
    return browser.findAll(".mark").stream().map(WebElement::getText).toList();
  }

  void noComplaints() {
    assertEquals(List.of(), browser.complaints());
  }
}
