package com.replylinter.bench;

import com.replylinter.LintRequest;
import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.finding.Report;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time for one long draft, of ordinary talk or of hostile repetition, at three lengths. What is
 * linear takes at most 16 times as long for the longest as for the shortest.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class LengthBenchmark {
  private static final int ROUNDS = 6;

  /** Ordinary lines of agents. */
  private static final String ORDINARY = "ordinary";

  /** A short draft after many messages of the buyer, which together have the length. */
  private static final String ASKED = "asked";

  /** Either of the two kinds above, or what is repeated. */
  @Param({
    ORDINARY,
    ASKED,
    "加",
    "加微",
    "加微信",
    "加薇❤，",
    "不加微信，",
    "不开发票。",
    "发票加6个点的税点，",
    "(",
    "“‘",
    "“加微信”写着",
    "1",
    "1-1:",
    "a.b/"
  })
  private String kind = ORDINARY;

  /** UTF-16 code units. */
  @Param({"1250", "5000", "20000"})
  private int length;

  private Linter linter =
      Linter.of(PhrasebookLoader.load(PhrasebookSource.bundled()).phrasebook().orElseThrow());
  private LintRequest request = LintRequest.of("好");

  /**
   * Writes the draft, after the linter has read ordinary lines often enough to be compiled, as in a
   * service that has been up for a while. The lines are those named by the system property {@code
   * lines}.
   */
  @Setup
  public void write() throws IOException {
    Path file = Path.of(System.getProperty("lines", "testdata/lines/agent-lines.txt"));
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (int round = 0; round < ROUNDS; round++) {
      lines.forEach(line -> linter.lint(LintRequest.of(line)));
    }
    if (kind.equals(ASKED)) {
      Turn question = Turn.buyer("你们家能开发票吗");
      List<Turn> asked = Collections.nCopies(length / question.text().length(), question);
      request = new LintRequest(null, "开不了，加微信说，这边弄不来", asked, Shop.DEFAULT, null);
      return;
    }
    String part = kind;
    if (kind.equals(ORDINARY)) {
      part = String.join("\n", lines);
    }
    request = LintRequest.of(part.repeat(length / part.length() + 1).substring(0, length));
  }

  /** The whole linter: normalise, match, judge, rewrite. */
  @Benchmark
  public Report lint() {
    return linter.lint(request);
  }
}
