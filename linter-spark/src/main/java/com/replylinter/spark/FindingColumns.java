package com.replylinter.spark;

import com.replylinter.audit.report.FindingRow;
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
          .add("buyer", DataTypes.StringType)
          .add("at", DataTypes.StringType)
          .add("asked", DataTypes.StringType)
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
  static Row row(FindingRow finding) {
    FindingRow.Penalty penalty = finding.penalty();
    FindingRow.Because because = finding.because();
    return RowFactory.create(
        finding.file(),
        finding.line(),
        finding.conversation(),
        finding.turn(),
        finding.agent(),
        finding.buyer(),
        finding.at(),
        finding.asked(),
        finding.text(),
        finding.rule(),
        finding.title(),
        finding.severity(),
        finding.start(),
        finding.end(),
        finding.matched(),
        finding.message(),
        finding.why(),
        penalty == null
            ? null
            : RowFactory.create(penalty.points(), penalty.basis(), penalty.sourcesDiffer()),
        because == null ? null : because.turn(),
        finding.rewritten());
  }
}
