package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two programs of other hands, written for LanguageTool and taken unchanged from the npm registry,
 * talk to the service. {@code npm ci --ignore-scripts} in {@code src/test/clients} installs them.
 */
final class LanguageToolClientsTest {
  @RegisterExtension static final TestServer SERVER = TestServer.bundled();

  private static final Path CLIENTS = Path.of("src", "test", "clients");
  private static final String DRAFT = "😀 亲，开发票**要加6个点**的税点哦";

  @Test
  void languageGrammarApi() throws Exception {
    JsonNode answer = run("grammar-api.mjs", "😀 亲，开发票要加6个点的税点哦，您加我微信吧");

    assertEquals("[\"zh-CN\"]", answer.path("languages").toString());
    assertEquals("[\"加6个点的税点\",\"加我微信\"]", answer.path("found").toString());
  }

  @Test
  void gramma() throws Exception {
    JsonNode answer = run("gramma.mjs", DRAFT);

    assertEquals("[\"加6个点**的税点\"]", answer.path("found").toString());
    assertEquals("[\"加6个点**的税点\"]", answer.path("inMarkdown").toString());
    assertEquals(0, answer.path("withoutInvoice").intValue());
    assertTrue(answer.path("rewrite").textValue().contains("免费"), answer::toString);
  }

  @Test
  void noTwoRulesShareTheNameThatClientsKnow() {
    List<String> names =
        TestServer.json(SERVER.get("/v2/configinfo?language=zh-CN"))
            .path("rules")
            .findValuesAsText("ruleId");

    assertTrue(names.size() > 50, names::toString);
    assertEquals(names.size(), Set.copyOf(names).size(), names::toString);
  }

  private static JsonNode run(String script, String draft) throws Exception {
    Programs.requirePrepared(CLIENTS.resolve("node_modules"), "run npm ci --ignore-scripts there");
    String node = Programs.installed("node").getPath();
    String server = "http://127.0.0.1:" + SERVER.running().port();
    List<String> command = List.of(node, CLIENTS.resolve(script).toString(), server, draft);
    return TestServer.json(Programs.run(command, Map.of()).orFail().output());
  }
}
