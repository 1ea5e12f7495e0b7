package com.replylinter.server.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.replylinter.Turn;
import com.replylinter.finding.Verdict;
import com.replylinter.json.BadRequest;
import com.replylinter.json.JsonObject;
import com.replylinter.json.RequestReader;
import com.replylinter.phrasebook.RuleId;
import com.replylinter.server.feedback.Feedback.Kind;
import com.replylinter.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * Entries in a database of one file, which the service writes and others may read meanwhile. An
 * entry that {@link #add} has returned from is on the disk. Thread-safe.
 */
public final class FeedbackStore implements AutoCloseable {
  /** The database's name in the folder of the service's data. */
  public static final String FILE = "feedback.db";

  /** How long to wait while another process writes. */
  private static final int PATIENCE_MILLIS = 10_000;

  private static final String ADD =
      "INSERT INTO entry (kind, at, verdict, span_start, span_end, remark, supervisor, agent,"
          + " phrasebook, offline, draft, conversation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ADD_RULE = "INSERT INTO entry_rule (entry, rule) VALUES (?, ?)";
  private static final String RULES = "SELECT rule FROM entry_rule WHERE entry = ? ORDER BY rule";

  private final Connection connection;

  private FeedbackStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * The store in a folder, made or brought up to date where necessary.
   *
   * @throws SQLException if it cannot be opened
   */
  public static FeedbackStore open(Path folder) throws SQLException {
    SQLiteDataSource source = source(folder);
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:com/replylinter/server/feedback")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new SQLException(e.getMessage(), e);
    }
    return connect(source);
  }

  /**
   * The store in a folder, to be read only.
   *
   * @throws NoSuchFileException if there is none
   * @throws SQLException if it cannot be opened
   */
  public static FeedbackStore reading(Path folder) throws IOException, SQLException {
    if (!Files.exists(folder.resolve(FILE))) {
      throw new NoSuchFileException(folder.resolve(FILE).toString());
    }
    FeedbackStore store = connect(source(folder));
    try (Statement statement = store.connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
    }
    return store;
  }

  private static SQLiteDataSource source(Path folder) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL); // on the disk before it is acknowledged
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + folder.resolve(FILE));
    return source;
  }

  private static FeedbackStore connect(SQLiteDataSource source) throws SQLException {
    Connection connection = source.getConnection();
    connection.setAutoCommit(false);
    return new FeedbackStore(connection);
  }

  /**
   * Keeps what was told; it is on the disk when this returns.
   *
   * @return its id
   */
  public synchronized long add(Feedback told, Instant at) throws SQLException {
    try {
      long id = insert(told, at);
      connection.commit();
      return id;
    } finally {
      connection.rollback(); // of nothing, if it was committed
    }
  }

  private long insert(Feedback told, Instant at) throws SQLException {
    Span span = told.span();
    Verdict verdict = told.verdict();
    long id;
    try (PreparedStatement entry =
        connection.prepareStatement(ADD, Statement.RETURN_GENERATED_KEYS)) {
      entry.setString(1, told.kind().label());
      entry.setLong(2, at.toEpochMilli());
      entry.setString(3, verdict == null ? null : verdict.label());
      entry.setObject(4, span == null ? null : span.start());
      entry.setObject(5, span == null ? null : span.end());
      entry.setString(6, told.remark());
      entry.setString(7, told.supervisor());
      entry.setString(8, told.agent());
      entry.setString(9, told.phrasebook());
      entry.setBoolean(10, told.offline());
      entry.setString(11, told.draft());
      entry.setString(
          12, told.conversation().isEmpty() ? null : EntryWriter.toJson(told.conversation()));
      entry.executeUpdate();
      try (ResultSet keys = entry.getGeneratedKeys()) {
        keys.next();
        id = keys.getLong(1);
      }
    }
    try (PreparedStatement rules = connection.prepareStatement(ADD_RULE)) {
      for (RuleId rule : told.rules()) {
        rules.setLong(1, id);
        rules.setString(2, rule.toString());
        rules.executeUpdate();
      }
    }
    return id;
  }

  /** The entries asked for, in the order they were kept in. */
  public synchronized List<Entry> find(FeedbackQuery query) throws SQLException {
    try {
      return select(query);
    } finally {
      connection.rollback(); // later reads see later entries
    }
  }

  private List<Entry> select(FeedbackQuery query) throws SQLException {
    StringBuilder sql = new StringBuilder("SELECT * FROM entry WHERE id > ?");
    List<Object> values = new ArrayList<>();
    values.add(query.after());
    if (query.kind() != null) {
      sql.append(" AND kind = ?");
      values.add(query.kind().label());
    }
    if (query.since() != null) {
      sql.append(" AND at >= ?");
      values.add(query.since().toEpochMilli());
    }
    if (query.rule() != null) {
      sql.append(" AND id IN (SELECT entry FROM entry_rule WHERE rule = ?)");
      values.add(query.rule().toString());
    }
    sql.append(" ORDER BY id LIMIT ?");
    values.add(query.limit());
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql.toString());
        PreparedStatement rules = connection.prepareStatement(RULES)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row, rules(rules, row.getLong("id"))));
        }
      }
    }
    return entries;
  }

  private static List<RuleId> rules(PreparedStatement select, long entry) throws SQLException {
    List<RuleId> rules = new ArrayList<>();
    select.setLong(1, entry);
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rules.add(RuleId.parse(row.getString(1)));
      }
    }
    return rules;
  }

  private static Entry entry(ResultSet row, List<RuleId> rules) throws SQLException {
    String verdict = row.getString("verdict");
    int start = row.getInt("span_start");
    Span span = row.wasNull() ? null : new Span(start, row.getInt("span_end"));
    return new Entry(
        row.getLong("id"),
        Instant.ofEpochMilli(row.getLong("at")),
        new Feedback(
            Kind.of(row.getString("kind")).orElseThrow(),
            rules,
            verdict == null ? null : Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
            span,
            row.getString("remark"),
            row.getString("supervisor"),
            row.getString("agent"),
            row.getString("phrasebook"),
            row.getBoolean("offline"),
            row.getString("draft"),
            conversation(row.getString("conversation"))));
  }

  private static List<Turn> conversation(@Nullable String json) throws SQLException {
    if (json == null) {
      return List.of();
    }
    try {
      JsonNode turns = RequestReader.parse(json.getBytes(StandardCharsets.UTF_8));
      return RequestReader.conversation(
          JsonObject.root(JsonNodeFactory.instance.objectNode().set("conversation", turns)));
    } catch (BadRequest e) {
      throw new SQLException("a conversation cannot be read", e);
    }
  }

  /** Closes the database. */
  @Override
  public synchronized void close() throws SQLException {
    connection.close();
  }
}
