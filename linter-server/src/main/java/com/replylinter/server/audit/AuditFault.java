package com.replylinter.server.audit;

import com.replylinter.audit.log.Wording;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ends a request about audits with a problem that its sender is told about. */
public final class AuditFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final @Nullable String field;
  private final String chinese;
  private final String english;

  AuditFault(Kind kind, Wording wording) {
    this(kind, null, wording);
  }

  AuditFault(Kind kind, @Nullable String field, Wording wording) {
    super(wording.english());
    this.kind = kind;
    this.field = field;
    this.chinese = wording.chinese();
    this.english = wording.english();
  }

  /** What is wrong with a request. */
  public enum Kind {
    /** Broken multipart, or a field that does not exist. */
    MALFORMED,
    /** Sent by a page of another site. */
    FORBIDDEN,
    /** No such job, or no such report of it. */
    NOT_FOUND,
    /** More bytes than the service takes. */
    TOO_LARGE,
    /** Neither a form nor a file. */
    UNSUPPORTED_TYPE,
    /** A field that makes no sense. */
    INVALID,
    /** Too many jobs wait already. */
    TOO_MANY,
    /** The service cannot store the upload. */
    NOT_STORED
  }

  /** What is wrong, in one word. */
  public Kind kind() {
    return kind;
  }

  /** JSON pointer of the offending field, such as {@code /since}; null if none is. */
  public @Nullable String field() {
    return field == null ? null : "/" + field;
  }

  /** What is wrong and what to do: in English if that is the locale's language, else in Chinese. */
  public String message(Locale locale) {
    return new Wording(chinese, english).in(locale);
  }
}
