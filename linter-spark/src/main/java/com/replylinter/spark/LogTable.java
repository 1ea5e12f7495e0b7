package com.replylinter.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Chat logs as a table with one conversation a row: its id, its file and its messages in order.
 *
 * @param conversations columns {@code id}, {@code file} and {@code messages}, an array of {@code
 *     line}, {@code role}, {@code sender}, {@code text} and {@code at}
 * @param rejects rows that were not understood: {@code file}, {@code reason} and {@code raw}
 */
record LogTable(Dataset<Row> conversations, Dataset<Row> rejects) {
  private static final List<String> ROLES = List.of("buyer", "agent", "bot", "system");
  private static final String BROKEN = "_broken";
  private static final StructType MESSAGE =
      new StructType()
          .add("role", DataTypes.StringType)
          .add("sender", DataTypes.StringType)
          .add("text", DataTypes.StringType)
          .add("at", DataTypes.StringType);

  /** What a row may say: a conversation, or one message. */
  private static final StructType SHAPE =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("messages", new ArrayType(MESSAGE, true))
          .add("conversation", DataTypes.StringType)
          .add("role", DataTypes.StringType)
          .add("sender", DataTypes.StringType)
          .add("text", DataTypes.StringType)
          .add("at", DataTypes.StringType)
          .add("line", DataTypes.LongType);

  /** File formats. */
  enum Format {
    JSONL,
    CSV,
    PARQUET;

    /** The name on the command line. */
    static Format of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Reads files, one conversation or one message a row.
   *
   * @param charset of JSONL and CSV
   * @param byTime whether the messages of a conversation are in order of their times instead of
   *     their places in the file; a column {@code line} goes before either
   * @param partitions in how many parts the conversations are judged
   */
  static LogTable read(
      SparkSession spark,
      Format format,
      List<String> paths,
      String charset,
      boolean byTime,
      int partitions) {
    Dataset<Row> rows = rows(spark, format, paths, charset);
    Column reason = reason();
    Dataset<Row> judged = rows.withColumn("reason", reason);
    Dataset<Row> good = judged.filter(col("reason").isNull());
    Dataset<Row> whole =
        good.filter(col("messages").isNotNull())
            .select(
                coalesce(col("id"), lit("")).as("id"),
                col("file"),
                transform(
                        col("messages"),
                        message ->
                            message(
                                lit(0L),
                                message.getField("role"),
                                message.getField("sender"),
                                message.getField("text"),
                                message.getField("at")))
                    .as("messages"))
            .repartition(partitions);
    Column time = byTime ? expr("try_cast(at AS timestamp)") : lit(null).cast("timestamp");
    Column place =
        struct(
            col("line"),
            time.as("time"),
            col("file"),
            col("block"),
            col("row"),
            message(
                    coalesce(col("line"), lit(0L)),
                    col("role"),
                    col("sender"),
                    col("text"),
                    col("at"))
                .as("message"));
    Dataset<Row> grouped =
        good.filter(col("messages").isNull())
            .repartition(partitions, col("conversation"))
            .groupBy(col("conversation").as("id"))
            .agg(
                min(col("file")).as("file"),
                transform(sort_array(collect_list(place)), each -> each.getField("message"))
                    .as("messages"));
    return new LogTable(
        whole.union(grouped.select("id", "file", "messages")),
        judged
            .filter(col("reason").isNotNull())
            .select(
                col("file"),
                col("reason"),
                coalesce(col(BROKEN), to_json(struct(fields()))).as("raw")));
  }

  private static Dataset<Row> rows(
      SparkSession spark, Format format, List<String> paths, String charset) {
    String[] files = paths.toArray(String[]::new);
    DataFrameReader reader = spark.read().option("columnNameOfCorruptRecord", BROKEN);
    StructType shape = SHAPE.add(BROKEN, DataTypes.StringType);
    Dataset<Row> raw =
        switch (format) {
          case JSONL ->
              reader.option("encoding", charset).option("lineSep", "\n").schema(shape).json(files);
          case CSV -> {
            DataFrameReader csv =
                reader
                    .option("header", true)
                    .option("encoding", charset)
                    .option("multiLine", true)
                    .option("escape", "\"")
                    .option("nullValue", "\u0000")
                    .option("emptyValue", "")
                    .option("enforceSchema", false);
            StructType columns = new StructType();
            for (String column : csv.csv(files).columns()) {
              columns = columns.add(column, DataTypes.StringType);
            }
            yield csv.schema(columns.add(BROKEN, DataTypes.StringType)).csv(files);
          }
          case PARQUET -> reader.parquet(files);
        };
    List<String> present = Arrays.asList(raw.columns());
    Stream<Column> known =
        Stream.of(shape.fields())
            .map(
                field ->
                    (present.contains(field.name())
                            ? field.dataType().equals(DataTypes.LongType)
                                ? expr("try_cast(" + field.name() + " AS bigint)")
                                : col(field.name()).cast(field.dataType())
                            : lit(null).cast(field.dataType()))
                        .as(field.name()));
    Stream<Column> place =
        Stream.of(
            col("_metadata.file_path").as("file"),
            col("_metadata.file_block_start").as("block"),
            monotonically_increasing_id().as("row"));
    return raw.select(Stream.concat(known, place).toArray(Column[]::new));
  }

  /** Why a row is none; null for a good one. */
  private static Column reason() {
    Column isWhole = col("messages").isNotNull();
    return when(col(BROKEN).isNotNull(), lit("cannot be parsed"))
        .when(
            isWhole.and(exists(col("messages"), message -> not(hasRole(message.getField("role"))))),
            lit("a message has no role of " + ROLES))
        .when(isWhole, lit(null))
        .when(
            coalesce(col("conversation"), lit("")).equalTo(""),
            lit("neither messages nor the conversation's name"))
        .when(not(hasRole(col("role"))), lit("no role of " + ROLES))
        .when(col("text").isNull(), lit("no text"));
  }

  private static Column hasRole(Column role) {
    return coalesce(lower(role).isin(ROLES.toArray()), lit(false));
  }

  private static Column message(Column line, Column role, Column sender, Column text, Column at) {
    return struct(
        line.as("line"),
        lower(role).as("role"),
        coalesce(sender, lit("")).as("sender"),
        coalesce(text, lit("")).as("text"),
        at.as("at"));
  }

  private static Column[] fields() {
    return Stream.of(SHAPE.fieldNames()).map(name -> col(name)).toArray(Column[]::new);
  }
}
