package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: encodings are the platform's worst. */
class MainTest {
  @TempDir private Path folder;
  private TestBook book;

  @BeforeEach
  void writeBook() throws IOException {
    book = TestBook.in(Files.createDirectory(folder.resolve("book")));
  }

  @Test
  void speaksUtf8WhateverThePlatformSpeaks() throws Exception {
    Path input = Files.writeString(folder.resolve("input"), "全网最好，加微信\n");

    Cli cli = shell("exec \"$@\" lint <" + input);

    assertEquals("", cli.err());
    assertTrue(cli.out().startsWith("全网最好，加微信\n^^^^^^^^\n"), cli.out());
    assertEquals(Exit.FINDINGS, cli.exitCode());
  }

  @Test
  void neverTakesArgumentsItCannotReadForAPass() throws Exception {
    Path argument = Files.writeString(folder.resolve("argument"), "全网最好");

    Cli cli = shell("exec \"$@\" lint \"$(cat " + argument + ")\"");

    assertTrue(cli.err().startsWith("错误：当前语言环境（locale）读不了命令行里的中文。"), cli.err());
    assertEquals(Exit.USAGE, cli.exitCode());
  }

  /** Runs a script that calls the program as {@code "$@"}, in the C locale, Latin-1 as encoding. */
  private Cli shell(String script) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            "-c",
            script,
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=ISO-8859-1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--phrasebook",
            book.path());
    builder.environment().put("LC_ALL", "C");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new Cli(builder.start().waitFor(), Files.readString(out), Files.readString(err));
  }
}
