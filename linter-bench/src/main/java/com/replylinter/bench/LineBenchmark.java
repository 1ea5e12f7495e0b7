package com.replylinter.bench;

import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Mean time per agent's line: the whole linter with its phrasebook against the word search of
 * houbb/sensitive-word with its normalisation switched on.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LineBenchmark {
  /** How many of the lines one invocation reads. */
  public static final int LINES = 2_000;

  private List<String> lines = List.of();
  private Linter linter =
      Linter.of(PhrasebookLoader.load(PhrasebookSource.bundled()).phrasebook().orElseThrow());
  private SensitiveWordBs peer =
      SensitiveWordBs.newInstance()
          .ignoreCase(true)
          .ignoreWidth(true)
          .ignoreNumStyle(true)
          .ignoreChineseStyle(true)
          .ignoreEnglishStyle(true)
          .ignoreRepeat(false)
          .init();

  /** Reads the lines named by the system property {@code lines}. */
  @Setup
  public void readLines() throws IOException {
    Path file = Path.of(System.getProperty("lines", "testdata/lines/agent-lines.txt"));
    lines = Files.readAllLines(file, StandardCharsets.UTF_8).subList(0, LINES);
    linter.warmUp();
  }

  /** The linter: normalise, match, judge, rewrite. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public void replyLinter(Blackhole out) {
    for (String line : lines) {
      out.consume(linter.lint(LintRequest.of(line)));
    }
  }

  /** The peer: every word of its dictionary. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public void sensitiveWord(Blackhole out) {
    for (String line : lines) {
      out.consume(peer.findAll(line));
    }
  }
}
