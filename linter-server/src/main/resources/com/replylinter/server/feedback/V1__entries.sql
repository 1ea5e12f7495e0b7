-- What agents told us: false alarms, missed offences, findings they sent all the same.
CREATE TABLE entry (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  kind         TEXT NOT NULL,
  at           INTEGER NOT NULL, -- milliseconds since 1970, UTC
  verdict      TEXT,
  span_start   INTEGER,          -- UTF-16 code units of the draft
  span_end     INTEGER,
  remark       TEXT,             -- the note of a feedback, the reason of an override
  supervisor   TEXT,
  agent        TEXT,
  phrasebook   TEXT,
  offline      INTEGER NOT NULL,
  draft        TEXT,             -- only where the operator keeps texts
  conversation TEXT              -- JSON, likewise
);

CREATE TABLE entry_rule (
  entry INTEGER NOT NULL REFERENCES entry (id),
  rule  TEXT NOT NULL,
  PRIMARY KEY (entry, rule)
) WITHOUT ROWID;

CREATE INDEX entry_by_kind ON entry (kind, id);
CREATE INDEX entry_by_rule ON entry_rule (rule, entry);
