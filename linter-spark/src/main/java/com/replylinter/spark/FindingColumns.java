package com.replylinter.spark;

import com.replylinter.audit.AuditedFinding;
import com.replylinter.audit.LogConversation;
import com.replylinter.audit.LogMessage;
import com.replylinter.finding.Finding;
import com.replylinter.finding.Finding.PenaltyNote;
import java.time.format.DateTimeFormatter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A finding as a row of the Parquet output; the columns are those of the reports' findings. */
final class FindingColumns {
  private static final StructType PENALTY =
      new StructType()
          .add("points", DataTypes.IntegerType)
          .add("basis", DataTypes.StringType)
          .add("sourcesDiffer", DataTypes.BooleanType);

  /** The columns. */
  static final StructType SCHEMA =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("line", DataTypes.LongType)
          .add("conversation", DataTypes.StringType)
          .add("turn", DataTypes.IntegerType)
          .add("agent", DataTypes.StringType)
          .add("at", DataTypes.StringType)
          .add("text", DataTypes.StringType)
          .add("rule", DataTypes.StringType)
          .add("title", DataTypes.StringType)
          .add("severity", DataTypes.StringType)
          .add("start", DataTypes.IntegerType)
          .add("end", DataTypes.IntegerType)
          .add("matched", DataTypes.StringType)
          .add("message", DataTypes.StringType)
          .add("why", DataTypes.StringType)
          .add("penalty", PENALTY)
          .add("because", DataTypes.IntegerType)
          .add("rewritten", DataTypes.StringType);

  private FindingColumns() {}

  /** The row of a finding. */
  static Row row(LogConversation conversation, AuditedFinding found) {
    LogMessage message = conversation.messages().get(found.message());
    Finding finding = found.finding();
    PenaltyNote penalty = finding.penalty();
    return RowFactory.create(
        conversation.file(),
        message.line(),
        conversation.id(),
        found.message(),
        message.sender(),
        message.at() == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(message.at()),
        message.text(),
        finding.rule().toString(),
        finding.title(),
        finding.severity().label(),
        finding.span().start(),
        finding.span().end(),
        finding.matched(),
        finding.message(),
        finding.why(),
        penalty == null
            ? null
            : RowFactory.create(penalty.points(), penalty.basis(), penalty.sourcesDiffer()),
        finding.becauseTurn(),
        found.rewritten());
  }
}
