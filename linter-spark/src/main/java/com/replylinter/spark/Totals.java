package com.replylinter.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts what was audited: {@code summary.json}. */
final class Totals {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Column POINTS = coalesce(col("penalty.points"), lit(0));

  private final Dataset<Row> audited;
  private final Dataset<Row> findings;

  /** Counts over the conversations of an audit, and the findings that it wrote. */
  Totals(Dataset<Row> audited, Dataset<Row> findings) {
    this.audited = audited;
    this.findings = findings;
  }

  /** The summary's text. */
  String json(ObjectNode settings, long rejected) {
    Row read =
        audited.agg(count(lit(1)), coalesce(sum(col("messages")), lit(0L))).collectAsList().get(0);
    Dataset<Row> judged = audited.select(explode(col("judged")).as("j")).select("j.*").cache();
    ObjectNode summary = JSON.createObjectNode();
    summary.put("complete", true);
    summary.set("settings", settings);
    summary.put("conversations", read.getLong(0));
    summary.put("messages", read.getLong(1));
    summary.put("rejected", rejected);
    summary.set("total", total(judged));
    summary.set("families", list(counts(expr("split(rule, '/')[0]").as("family")), "family"));
    summary.set("rules", list(counts(col("rule"), col("title")), "rule", "title"));
    summary.set("agents", agents(judged));
    summary.set("days", days(judged));
    try {
      return JSON.writeValueAsString(summary) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private ObjectNode total(Dataset<Row> judged) {
    Row sum = judged.agg(coalesce(sum(col("judged")), lit(0L))).collectAsList().get(0);
    Row found = findings.agg(flagged(), rest()).collectAsList().get(0);
    return counted(sum.getLong(0), found, 0);
  }

  private ArrayNode agents(Dataset<Row> judged) {
    Dataset<Row> all = judged.groupBy("agent").agg(sum(col("judged")).as("judged"));
    Dataset<Row> found = counts(col("agent"));
    Column total = expr("coalesce(block, 0) + coalesce(warn, 0) + coalesce(remind, 0)");
    List<Row> rows =
        all.join(found, "agent", "left")
            .withColumn("perThousand", round(total.multiply(1000).divide(col("judged")), 1))
            .orderBy(col("perThousand").desc(), col("points").desc_nulls_last(), col("agent").asc())
            .select(
                "agent", "perThousand", "judged", "flagged", "block", "warn", "remind", "points")
            .collectAsList();
    ArrayNode list = JSON.createArrayNode();
    for (Row row : rows) {
      ObjectNode agent = list.addObject();
      agent.put("agent", row.getString(0));
      agent.put("perThousand", row.getDouble(1));
      agent.set("count", counted(row.getLong(2), row, 3));
    }
    return list;
  }

  private ArrayNode days(Dataset<Row> judged) {
    Dataset<Row> all =
        judged.filter(col("day").isNotNull()).groupBy("day").agg(sum(col("judged")).as("judged"));
    Column day = expr("date_format(try_cast(at AS timestamp), 'yyyy-MM-dd')");
    List<Row> rows =
        all.join(counts(day.as("day")), "day", "left")
            .orderBy("day")
            .select("day", "judged", "flagged", "block", "warn", "remind", "points")
            .collectAsList();
    ArrayNode list = JSON.createArrayNode();
    for (Row row : rows) {
      ObjectNode entry = list.addObject();
      entry.put("day", row.getString(0));
      entry.set("count", counted(row.getLong(1), row, 2));
    }
    return list;
  }

  private Dataset<Row> counts(Column... by) {
    return findings.groupBy(by).agg(flagged(), rest());
  }

  private static Column flagged() {
    return countDistinct(struct(col("file"), col("conversation"), col("line"), col("turn")))
        .as("flagged");
  }

  private static Column[] rest() {
    return new Column[] {
      severity("block"), severity("warn"), severity("remind"), sum(POINTS).as("points")
    };
  }

  private static Column severity(String label) {
    return count(when(col("severity").equalTo(label), lit(1))).as(label);
  }

  /** Gravest first. */
  private static ArrayNode list(Dataset<Row> counts, String... names) {
    ArrayNode list = JSON.createArrayNode();
    List<Row> rows =
        counts
            .orderBy(
                col("points").desc(),
                col("block").desc(),
                col("warn").desc(),
                col("remind").desc(),
                col(names[0]).asc())
            .collectAsList();
    for (Row row : rows) {
      ObjectNode entry = list.addObject();
      for (int i = 0; i < names.length; i++) {
        entry.put(names[i], row.getString(i));
      }
      entry.set("count", counted(-1, row, names.length));
    }
    return list;
  }

  /** The counts in a row from one column on; null ones are 0. */
  private static ObjectNode counted(long judged, Row row, int from) {
    ObjectNode count = JSON.createObjectNode();
    if (judged >= 0) {
      count.put("judged", judged);
    }
    List<String> names = List.of("flagged", "block", "warn", "remind", "points");
    for (int i = 0; i < names.size(); i++) {
      count.put(names.get(i), row.isNullAt(from + i) ? 0 : row.getLong(from + i));
    }
    return count;
  }
}
