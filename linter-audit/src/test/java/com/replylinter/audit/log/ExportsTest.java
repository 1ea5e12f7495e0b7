package com.replylinter.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import com.replylinter.audit.log.Exports.Result;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every fixture is read as {@code testdata/exports-read} says. */
class ExportsTest {
  /** What was read is written here, so that it can be looked at and kept. */
  private static final Path ACTUAL = Path.of("target", "exports");

  @TestFactory
  Stream<DynamicTest> everyFixtureIsReadAsExpected() throws IOException {
    Files.createDirectories(ACTUAL);
    return Exports.all().stream()
        .map(
            fixture ->
                DynamicTest.dynamicTest(
                    Exports.name(fixture), () -> assertReadAsExpected(fixture)));
  }

  private static void assertReadAsExpected(Path fixture) throws IOException {
    String name = Exports.name(fixture) + ".jsonl";
    String actual = lines(Exports.read(Exports.options(fixture), fixture));
    Files.writeString(ACTUAL.resolve(name), actual);
    Path expected = Exports.DIRECTORY.resolveSibling("exports-read").resolve(name);
    assertEquals(Files.exists(expected) ? Files.readString(expected) : "", actual);
  }

  /** The lines of a text are those that anybody would count. */
  @Test
  void linesOfTextsAreTheLinesOfTheFile() throws IOException {
    Map<String, Long> counted = new HashMap<>();
    Map<String, Long> told = new HashMap<>();
    for (Path fixture : Exports.all()) {
      String name = Exports.name(fixture);
      if (name.endsWith(".txt") || name.endsWith("sv")) {
        FileAccount account = Exports.read(Exports.options(fixture), fixture).account();
        told.put(name, account.lines());
        counted.put(name, Files.readString(fixture, account.charset()).lines().count());
      }
    }
    assertEquals(11, counted.size());
    assertEquals(counted, told);
  }

  private static String lines(Result result) throws IOException {
    StringWriter lines = new StringWriter();
    JsonGenerator json = new JsonFactory().createGenerator(lines);
    json.setRootValueSeparator(null);
    for (FileAccount account : result.accounts()) {
      json.writeStartObject();
      json.writeStringField("file", account.file());
      json.writeStringField("layout", account.layout());
      json.writeStringField("charset", account.charset().name());
      json.writeNumberField("lines", account.lines());
      json.writeNumberField("messages", account.messages());
      json.writeNumberField("continuations", account.continuations());
      json.writeNumberField("noise", account.noise());
      json.writeNumberField("rejected", account.rejected());
      json.writeEndObject();
      json.writeRaw('\n');
    }
    for (LogConversation conversation : result.conversations()) {
      for (LogMessage message : conversation.messages()) {
        write(json, conversation.id(), message);
      }
    }
    for (Reject reject : result.rejects()) {
      json.writeStartObject();
      json.writeStringField("file", reject.file());
      json.writeNumberField("line", reject.line());
      // That of an unknown layout goes on with all layouts there are.
      json.writeStringField("reason", reject.reason().lines().findFirst().orElse(""));
      json.writeStringField("raw", reject.raw());
      json.writeEndObject();
      json.writeRaw('\n');
    }
    json.close();
    return lines.toString().replace("../testdata/exports/", "");
  }

  private static void write(JsonGenerator json, String conversation, LogMessage message)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("conversation", conversation);
    json.writeNumberField("line", message.line());
    json.writeStringField("role", message.role().label());
    json.writeStringField("sender", message.sender());
    json.writeStringField("text", message.text());
    if (message.at() != null) {
      json.writeStringField("at", message.at().toString());
    }
    if (message.isPlaceholder()) {
      json.writeBooleanField("placeholder", true);
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }
}
