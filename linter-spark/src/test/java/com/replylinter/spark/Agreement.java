package com.replylinter.spark;

import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.audit.AuditedFinding;
import com.replylinter.audit.ConversationAuditor;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.log.Input;
import com.replylinter.audit.log.LogFiles;
import com.replylinter.audit.log.ReadOptions;
import com.replylinter.audit.report.FindingRow;
import com.replylinter.audit.report.Masker;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Compares what the job wrote with what the auditor finds in the same log without Spark. */
final class Agreement {
  private Agreement() {}

  /**
   * Says how many findings there are, and fails at the first that only one of them has.
   *
   * @param args the log, and the job's output folder
   */
  public static void main(String[] args) throws IOException {
    ConversationAuditor auditor =
        new ConversationAuditor(
            Linter.of(PhrasebookLoader.load(PhrasebookSource.bundled()).phrasebook().orElseThrow()),
            Shop.DEFAULT,
            null);
    List<LogConversation> log = new ArrayList<>();
    new LogFiles(ReadOptions.DEFAULT)
        .read(
            Input.of(List.of(Path.of(args[0]))),
            log::add,
            reject -> {
              throw new IllegalStateException("not read: " + reject);
            });
    List<String> alone =
        log.parallelStream()
            .flatMap(
                conversation ->
                    auditor.audit(conversation).stream().map(found -> text(conversation, found)))
            .sorted()
            .toList();
    List<String> job;
    try (SparkSession spark = SparkSession.builder().master("local[2]").getOrCreate()) {
      job =
          spark.read().parquet(args[1] + "/findings").collectAsList().stream()
              .map(Agreement::text)
              .sorted()
              .toList();
    }
    for (int i = 0; i < Math.max(alone.size(), job.size()); i++) {
      String one = i < alone.size() ? alone.get(i) : "nothing";
      String other = i < job.size() ? job.get(i) : "nothing";
      if (!one.equals(other)) {
        throw new AssertionError("alone: " + one + "\nSpark: " + other);
      }
    }
    System.out.printf(
        "%d conversations, %d findings: the same with Spark and without%n",
        log.size(), alone.size());
  }

  /** What the job should write of a finding. */
  static String text(LogConversation conversation, AuditedFinding found) {
    Set<String> buyers = Masker.buyers(conversation);
    return text(
        FindingColumns.row(FindingRow.of(conversation, found, Masker.PERSONAL, buyers)));
  }

  /** All that a row says, but for its file and line. */
  static String text(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 2; i < row.size(); i++) {
      text.append(row.get(i)).append('\t');
    }
    return text.toString();
  }
}
