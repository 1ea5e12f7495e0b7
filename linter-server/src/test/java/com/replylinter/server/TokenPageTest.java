package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.server.audit.AuditSettings;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page of a service that asks for a token. */
final class TokenPageTest {
  private static final String TOKEN = "s3cret-token";

  private static TestServer server = new TestServer();
  private static Browser browser;

  @BeforeAll
  static void start() throws ServerStartException {
    Access access = new Access(Set.of(), TOKEN);
    server =
        TestServer.of(
            new ServerOptions(
                "127.0.0.1", 0, TestServer.book(), null, AuditSettings.DEFAULT, false, access));
    browser = Browser.open();
  }

  @AfterAll
  static void stop() {
    server.running().close();
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void itAsksOnceAndAgainOnlyForAWrongOne() {
    AgentPage page = new AgentPage(browser);
    page.open(server.uri("/"));
    page.type("您加我微信吧");

    give("wrong-token");
    browser.until("asked again", () -> browser.property("#token", "value").isEmpty());
    give(TOKEN);

    page.awaitVerdict("block");
    browser.until("closed", () -> browser.findAll("#token").isEmpty());
    page.open(server.uri("/")); // the tab remembers it
    page.type("您加我微信吧");
    page.awaitVerdict("block");
    assertEquals(0, browser.findAll("#token").size());
  }

  private static void give(String token) {
    browser.until("asked", () -> !browser.findAll("#token").isEmpty());
    browser.find("#token").sendKeys(token, Keys.ENTER);
  }
}
