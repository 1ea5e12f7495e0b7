package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What every file of the phrasebook must hold. */
class FilesTest {
  /** Half-width punctuation between Chinese characters. */
  private static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}[,.?!:;]\\p{IsHan}");

  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

  @Test
  void everyFileFollowsItsSchema() {
    List<String> failures = new ArrayList<>();
    for (SourceFile file : Book.SOURCE.files()) {
      if (file.name().contains("/")) {
        schema(schemaOf(file) + ".schema.json")
            .validate(json(file))
            .forEach(message -> failures.add(file.name() + ": " + message));
      }
    }
    assertEquals("", String.join("\n", failures));
  }

  @Test
  void punctuationBetweenChineseCharactersIsFullWidth() {
    List<String> failures = new ArrayList<>();
    for (SourceFile file : Book.SOURCE.files()) {
      int number = 0;
      for (String line : file.text().lines().toList()) {
        number++;
        Matcher found = HALF_WIDTH.matcher(COMMENT.matcher(line).replaceFirst(""));
        while (found.find()) {
          failures.add(file.name() + ":" + number + ": " + found.group() + " in " + line.strip());
        }
      }
    }
    assertEquals("", String.join("\n", failures));
  }

  @Test
  void everyFileNamesItsSchemaForEditors() {
    List<String> failures = new ArrayList<>();
    for (SourceFile file : Book.SOURCE.files()) {
      String first = "# yaml-language-server: $schema=../" + schemaOf(file) + ".schema.json";
      if (file.name().contains("/") && !file.text().startsWith(first)) {
        failures.add(file.name() + ": should start with " + first);
      }
    }
    assertEquals("", String.join("\n", failures));
  }

  /** The schema's name: a folder with an underscore has one of its own. */
  private static String schemaOf(SourceFile file) {
    return file.name().startsWith("_")
        ? file.name().substring(1, file.name().indexOf('/'))
        : "rule";
  }

  private static JsonSchema schema(String name) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Book.file(name));
  }

  private static JsonNode json(SourceFile file) {
    Object yaml = new Load(LoadSettings.builder().build()).loadFromString(file.text());
    return new ObjectMapper().valueToTree(yaml);
  }
}
