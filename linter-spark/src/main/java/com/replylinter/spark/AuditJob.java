package com.replylinter.spark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.replylinter.Platform;
import com.replylinter.phrasebook.LoadResult;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.selfcheck.SelfCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The job for {@code spark-submit}: logs in; below the output folder, {@code findings} (Parquet),
 * {@code rejects} (JSON lines) and {@code summary.json}.
 */
@Command(
    name = "reply-linter-spark",
    mixinStandardHelpOptions = true,
    description = "Audits chat logs on a cluster.")
public final class AuditJob implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Logs: files, folders or globs, on any file system that Hadoop knows.")
  private List<String> paths = List.of();

  @Option(names = "--out", required = true, description = "Folder to write; it must not exist.")
  private String out = "";

  @Option(
      names = "--format",
      defaultValue = "jsonl",
      description = "jsonl (default), csv or parquet.")
  private String format = "jsonl";

  @Option(names = "--charset", defaultValue = "UTF-8", description = "Of JSONL and CSV.")
  private String charset = "UTF-8";

  @Option(
      names = "--order",
      description =
          "Messages by their place in the file, or by time; a column line goes before either."
              + " Without it: file for jsonl and csv, time for parquet.")
  private @Nullable String order;

  @Option(
      names = "--phrasebook",
      paramLabel = "DIR",
      description = "Folder on the driver's machine; without it the bundled phrasebook.")
  private java.nio.file.@Nullable Path phrasebook;

  @Option(names = "--platform", defaultValue = "tmall", description = "tmall (default), jd, ...")
  private String platform = "tmall";

  @Option(names = "--as-of", paramLabel = "DATE", description = "Judges by the rules of this day.")
  private @Nullable LocalDate asOf;

  @Option(names = "--no-mask", description = "Writes personal data as it stands in the logs.")
  private boolean noMask;

  @Option(
      names = "--partitions",
      description = "In how many parts to judge; by default three for each core.")
  private int partitions;

  /** Runs the job on the cluster that spark-submit chose. */
  public static void main(String[] args) {
    int exitCode = new CommandLine(new AuditJob()).execute(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SparkSession.builder().appName("reply-linter audit").getOrCreate()) {
      run(spark);
    }
    return 0;
  }

  /** Runs in a session that is there. */
  void run(SparkSession spark) throws IOException {
    spark.conf().set("spark.sql.session.timeZone", "Asia/Shanghai");
    spark.conf().set("spark.sql.legacy.javaCharsets", true); // GB18030, which exports often are in
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    PhrasebookSource source =
        phrasebook == null ? PhrasebookSource.bundled() : PhrasebookSource.directory(phrasebook);
    Phrasebook book = load(source);
    List<RuleId> quarantined =
        phrasebook == null
            ? List.of() // tested when it was built
            : new ArrayList<>(SelfCheck.run(book).quarantined());
    LogTable.Format input = LogTable.Format.of(format);
    boolean byTime = order == null ? input == LogTable.Format.PARQUET : order.equals("time");
    int parts = partitions > 0 ? partitions : 3 * context.defaultParallelism();
    LogTable log = LogTable.read(spark, input, paths, charset, byTime, parts);
    ClusterAudit audit =
        new ClusterAudit(
            SharedBook.of(context, source, quarantined),
            Platform.of(platform)
                .orElseThrow(() -> new IllegalArgumentException("unknown platform: " + platform)),
            asOf,
            !noMask);

    Dataset<Row> audited = audit.audit(log.conversations()).persist(StorageLevel.MEMORY_AND_DISK());
    ClusterAudit.findings(audited)
        .orderBy("file", "line", "conversation", "turn", "start", "rule")
        .write()
        .mode(SaveMode.ErrorIfExists)
        .parquet(out + "/findings");
    log.rejects().write().mode(SaveMode.ErrorIfExists).json(out + "/rejects");
    Dataset<Row> findings = spark.read().parquet(out + "/findings");
    long rejected = spark.read().schema(log.rejects().schema()).json(out + "/rejects").count();
    write(
        spark, out + "/summary.json", new Totals(audited, findings).json(settings(book), rejected));
    audited.unpersist();
  }

  private static Phrasebook load(PhrasebookSource source) {
    LoadResult result = PhrasebookLoader.load(source);
    result.problems().forEach(problem -> System.err.println(problem.render()));
    return result
        .phrasebook()
        .orElseThrow(() -> new IllegalArgumentException("the phrasebook has errors"));
  }

  private ObjectNode settings(Phrasebook book) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.put("phrasebook", book.version());
    settings.put("platform", platform);
    if (asOf != null) {
      settings.put("asOf", asOf.toString());
    }
    settings.put("masked", !noMask);
    return settings;
  }

  private static void write(SparkSession spark, String target, String text) throws IOException {
    Path path = new Path(target);
    FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    try (OutputStream stream = files.create(path, true)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
