package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.replylinter.judge.Dismissal;
import com.replylinter.server.audit.AuditSettings;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published description agrees with the service. */
final class OpenApiTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  @Test
  void describesEveryRouteAndNoOther() {
    Set<String> routes = new TreeSet<>();
    SERVER.running().javalin().unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(OpenApiTest::isDescribed)
        .forEach(endpoint -> routes.add(endpoint.method + " " + endpoint.path));

    Set<String> described = new TreeSet<>();
    JsonNode document = document();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertEquals(routes, described);
    assertTrue(document.path("openapi").textValue().startsWith("3.1."));
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
    JsonNode document = document();
    List<String> references = document.findValuesAsText("$ref");
    List<String> broken = new ArrayList<>();
    for (String reference : references) {
      if (document.at(reference.substring(1)).isMissingNode()) {
        broken.add(reference);
      }
    }
    Set<String> unused = new HashSet<>();
    for (String kind : List.of("schemas", "responses")) {
      document
          .path("components")
          .path(kind)
          .fieldNames()
          .forEachRemaining(name -> unused.add("#/components/" + kind + "/" + name));
    }
    unused.removeAll(Set.copyOf(references));

    assertFalse(references.isEmpty());
    assertEquals(List.of(), broken);
    assertEquals(Set.of(), unused);
  }

  @Test
  void reportsAndRulesHaveTheFieldsThatAreDescribed() {
    JsonNode report =
        TestServer.json(
            SERVER.post(
                "/v1/lint",
                """
                {"id": "1", "draft": "加6个点就行",
                 "conversation": [{"role": "buyer", "text": "可以开票吗"}]}
                """));
    JsonNode rule = TestServer.json(SERVER.get("/v1/rules/invoice/charge-tax-point"));

    assertFields("Report", report);
    assertFields("Finding", report.path("findings").path(0));
    assertFields("Trap", report.path("traps").path(0));
    assertFields(
        "Commitment",
        TestServer.json(SERVER.post("/v1/lint", "{\"draft\": \"这单送您一个小礼品\"}"))
            .at("/findings/0/commitment"));
    assertFields("Rule", rule);
    assertFields("Problem", TestServer.json(SERVER.post("/v1/lint", "{\"draft\": 1}")));
  }

  @Test
  void languageToolsAnswersHaveTheFieldsThatAreDescribed() {
    JsonNode answer =
        TestServer.json(
            SERVER.get("/v2/check?language=zh&text=%E9%80%81%E6%82%A8%E4%B8%80%E4%B8%AA"));

    assertFields("Check", answer);
    assertFields("Match", answer.at("/matches/0"));
    assertFields("MatchRule", answer.at("/matches/0/rule"));
  }

  @Test
  void explanationsHaveTheFieldsThatAreDescribed() {
    JsonNode explanation =
        TestServer.json(
            SERVER.post(
                "/v1/explain",
                """
                {"draft": "加6个点，不加微信",
                 "conversation": [{"role": "buyer", "text": "可以开票吗"}]}
                """));
    ObjectNode own = explanation.deepCopy();
    own.remove(List.of("verdict", "complete", "phrasebook", "findings", "rewritten", "traps"));

    assertFields("Explanation", own);
    assertFields("Candidate", explanation.at("/candidates/0"));
    assertFields("Candidate", explanation.at("/candidates/1"));
    assertFields("Piece", explanation.at("/tokens/0"));
    assertFields("Heard", explanation.at("/heard/questions/0"));
  }

  @Test
  void auditsHaveTheFieldsThatAreDescribed() {
    try (AuditService service = AuditService.in(null)) {
      String id = AuditService.id(service.post("name=a", AuditService.heldLog()));
      JsonNode running = service.await(id, job -> job.at("/progress/messages").asInt() >= 1_000);
      String next = AuditService.id(service.post("name=b", AuditService.log("好的")));
      JsonNode waiting = service.job(next);
      service.gate.open();
      JsonNode done = service.await(next, "done");
      JsonNode audits = TestServer.json(service.get("/v1/audit"));

      for (JsonNode job : List.of(running, waiting, done, audits.at("/jobs/0"))) {
        assertFields("AuditJob", job);
      }
      assertFields("AuditProgress", running.path("progress"));
      assertFields("AuditSummary", done.path("summary"));
      assertFields("AuditAccount", done.at("/accounts/0"));
      assertFields("Audits", audits);
    }
  }

  @Test
  void everyOptionOfAuditsThatIsDescribedIsTaken() {
    try (AuditService service = AuditService.in(null)) {
      String known =
          TestServer.json(service.post("name=a&such=1", AuditService.log("好的")))
              .path("detail")
              .textValue();

      document()
          .at("/components/schemas/AuditOptions/properties")
          .fieldNames()
          .forEachRemaining(option -> assertTrue(known.contains("、" + option), option));
    }
  }

  @Test
  void theOfflinePackHasTheFieldsThatAreDescribed() {
    JsonNode pack = TestServer.json(SERVER.get("/v1/offline-pack"));

    assertFields("OfflinePack", pack);
    assertFields("OfflineRule", pack.at("/rules/0"));
  }

  @Test
  void feedbackHasTheFieldsThatAreDescribed(@TempDir Path folder) throws ServerStartException {
    ServerOptions options =
        new ServerOptions(
            "127.0.0.1", 0, TestServer.book(), folder, AuditSettings.DEFAULT, true, Access.LOCAL);
    try (LinterServer running = LinterServer.start(options)) {
      TestServer server = TestServer.of(running);
      for (String path : List.of("/v1/feedback", "/v1/overrides")) {
        String example =
            document()
                .path("paths")
                .path(path)
                .at("/post/requestBody/content/application~1json/example")
                .toString();

        assertFields("Kept", TestServer.json(server.post(path, example)));
      }
      JsonNode entries = TestServer.json(server.get("/v1/feedback")).path("entries");
      assertEquals(2, entries.size());
      entries.forEach(entry -> assertFields("FeedbackEntry", entry));
    }
  }

  @ParameterizedTest
  @CsvSource({"/v1/lint, block", "/v1/explain, pass"})
  void theExampleWorks(String path, String verdict) {
    JsonNode operation = document().path("paths").path(path).path("post");
    JsonNode example = operation.at("/requestBody/content/application~1json/example");

    JsonNode report = TestServer.json(SERVER.post(path, example.toString()));

    assertEquals(verdict, report.path("verdict").textValue());
  }

  @Test
  void everyCauseOfADroppedCandidateIsDescribed() {
    Set<String> described = new TreeSet<>();
    document()
        .at("/components/schemas/Candidate/properties/dropped/properties/cause/enum")
        .forEach(cause -> described.add(cause.textValue()));

    assertEquals(
        Arrays.stream(Dismissal.Cause.values())
            .map(Dismissal.Cause::label)
            .collect(Collectors.toCollection(TreeSet::new)),
        described);
  }

  private static void assertFields(String schema, JsonNode value) {
    JsonNode described = document().path("components").path("schemas").path(schema);
    Set<String> known = new TreeSet<>();
    described.path("properties").fieldNames().forEachRemaining(known::add);
    Set<String> present = new TreeSet<>();
    value.fieldNames().forEachRemaining(present::add);
    Set<String> required = new TreeSet<>();
    described.path("required").forEach(name -> required.add(name.textValue()));

    assertEquals(Set.of(), without(present, known), schema + " has fields that are not described");
    assertEquals(Set.of(), without(required, present), schema + " lacks required fields");
  }

  private static Set<String> without(Set<String> these, Set<String> those) {
    Set<String> rest = new TreeSet<>(these);
    rest.removeAll(those);
    return rest;
  }

  /** The files beside the page are part of it; HEAD goes with GET. */
  private static boolean isDescribed(Endpoint endpoint) {
    boolean endpointProper =
        Set.of(HandlerType.GET, HandlerType.POST, HandlerType.DELETE).contains(endpoint.method);
    return endpointProper && !Routes.PAGE_FILES.contains(endpoint.path.substring(1));
  }

  private static JsonNode document() {
    return TestServer.json(SERVER.get("/openapi.json"));
  }
}
