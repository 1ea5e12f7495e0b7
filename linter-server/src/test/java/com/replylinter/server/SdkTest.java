package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.server.Programs.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The programs in {@code docs/sdk} work as they stand there. */
final class SdkTest {
  @RegisterExtension static final TestServer SERVER = TestServer.bundled();

  private static final Path SDK = Path.of("..", "docs", "sdk");

  /** What JSON must escape, and what takes two UTF-16 units. */
  private static final String DRAFT = "😀 \"亲\"，\\您加我微信吧\n好吗";

  @TempDir static Path classes;

  @Test
  void curl() throws Exception {
    Programs.installed("curl");
    assertReportsJson(
        List.of(Programs.installed("sh").getPath(), SDK.resolve("check.sh").toString()));
  }

  @Test
  void fetchOfJavaScript() throws Exception {
    assertTellsFindings(
        List.of(Programs.installed("node").getPath(), SDK.resolve("check.mjs").toString()));
  }

  @Test
  void standardLibraryOfPython() throws Exception {
    assertTellsFindings(
        List.of(
            Programs.installed("python3", "python").getPath(), SDK.resolve("check.py").toString()));
  }

  @Test
  void httpClientOfJava11() throws Exception {
    String source = SDK.resolve("Check.java").toString();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "11",
                "-encoding",
                "UTF-8",
                "-Xlint:all",
                "-Werror",
                "-d",
                classes.toString(),
                source);
    assertEquals(0, compiled);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertReportsJson(List.of(java, "-cp", classes.toString(), "-Dfile.encoding=UTF-8", "Check"));
  }

  /** Its output is the report. */
  private static void assertReportsJson(List<String> program) throws Exception {
    Outcome bad = run(program, DRAFT);
    assertEquals(1, bad.status(), bad::errors);
    assertEquals(
        "contact/offsite-chat",
        TestServer.json(bad.output()).at("/findings/0/rule").textValue(),
        bad::output);
    assertEquals(9, TestServer.json(bad.output()).at("/findings/0/start").intValue());
    assertVerdicts(program);
  }

  /** It reads the report and tells each finding. */
  private static void assertTellsFindings(List<String> program) throws Exception {
    Outcome bad = run(program, DRAFT);
    assertEquals(1, bad.status(), bad::errors);
    assertTrue(bad.output().startsWith("block contact/offsite-chat 9-13 加我微信 您在"), bad::toString);
    assertVerdicts(program);
  }

  /** The buyer's question decides, a good draft may be sent, and a refusal is told. */
  private static void assertVerdicts(List<String> program) throws Exception {
    assertEquals(1, run(program, "开不了哦亲", "能开发票吗").status());
    assertEquals(0, run(program, "开不了哦亲").status());
    Outcome refused = run(program, "好".repeat(20_001));
    assertTrue(refused.status() != 0, refused::output);
    assertTrue(!refused.errors().isBlank() && refused.output().isBlank(), refused::toString);
  }

  private static Outcome run(List<String> program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    String server = "http://127.0.0.1:" + SERVER.running().port();
    return Programs.run(command, Map.of("LINTER_URL", server));
  }
}
