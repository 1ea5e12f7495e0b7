package com.replylinter.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import com.replylinter.Platform;
import com.replylinter.Shop;
import com.replylinter.audit.AuditedFinding;
import com.replylinter.audit.ConversationAuditor;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import com.replylinter.audit.report.FindingRow;
import com.replylinter.audit.report.Masker;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Judges the conversations of a {@link LogTable}, each whole and in one place.
 *
 * @param book by which phrasebook
 * @param platform where the shop sells
 * @param asOf the day whose rules count; null means the day of each message
 * @param masked whether personal data is hidden in what is written
 */
record ClusterAudit(SharedBook book, Platform platform, @Nullable LocalDate asOf, boolean masked)
    implements Serializable {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Judged messages by agent and day (null if the export does not tell it). */
  private static final StructType JUDGED =
      new StructType()
          .add("agent", DataTypes.StringType)
          .add("day", DataTypes.StringType)
          .add("judged", DataTypes.LongType);

  private static final StructType AUDITED =
      new StructType()
          .add("messages", DataTypes.LongType)
          .add("judged", new ArrayType(JUDGED, false))
          .add("findings", new ArrayType(FindingColumns.SCHEMA, false));

  /** One row a conversation: how many messages it has, how many were judged, and what was found. */
  Dataset<Row> audit(Dataset<Row> conversations) {
    MapPartitionsFunction<Row, Row> judge = this::judge;
    return conversations.mapPartitions(judge, Encoders.row(AUDITED));
  }

  /** What was found, one row a finding. */
  static Dataset<Row> findings(Dataset<Row> audited) {
    return audited.select(explode(col("findings")).as("finding")).select("finding.*");
  }

  private Iterator<Row> judge(Iterator<Row> rows) {
    ConversationAuditor auditor = new ConversationAuditor(book.linter(), Shop.on(platform), asOf);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return judge(auditor, Conversations.of(rows.next()));
      }
    };
  }

  private Row judge(ConversationAuditor auditor, LogConversation conversation) {
    TreeMap<String, Row> judged = new TreeMap<>();
    for (LogMessage message : conversation.messages()) {
      if (ConversationAuditor.isJudged(message)) {
        String day = day(message);
        judged.merge(
            day + "\n" + message.sender(),
            RowFactory.create(message.sender(), day, 1L),
            (one, other) ->
                RowFactory.create(one.get(0), one.get(1), one.getLong(2) + other.getLong(2)));
      }
    }
    Masker masker = masked ? Masker.PERSONAL : Masker.NONE;
    Set<String> buyers = Masker.buyers(conversation);
    List<Row> findings = new ArrayList<>();
    for (AuditedFinding found : auditor.audit(conversation)) {
      findings.add(FindingColumns.row(FindingRow.of(conversation, found, masker, buyers)));
    }
    return RowFactory.create(
        (long) conversation.messages().size(),
        judged.values().toArray(Row[]::new),
        findings.toArray(Row[]::new));
  }

  private static @Nullable String day(LogMessage message) {
    return message.at() == null
        ? null
        : message.at().atZoneSameInstant(CHINA).toLocalDate().toString();
  }
}
