package com.replylinter.server;

import com.replylinter.server.audit.AuditSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to run the service.
 *
 * @param host the address to listen at, such as {@code 127.0.0.1}
 * @param port the port to listen at; 0 takes any free one
 * @param phrasebookDir folder of the phrasebook; null for the bundled one
 * @param data folder for what the service keeps; null to keep nothing
 * @param audits how logs may be uploaded and audited
 * @param keepTexts whether drafts and conversations sent along with feedback are kept
 * @param access who may use it
 */
public record ServerOptions(
    String host,
    int port,
    @Nullable Path phrasebookDir,
    @Nullable Path data,
    AuditSettings audits,
    boolean keepTexts,
    Access access) {
  /** Keeps no texts, and is open to every program that reaches it. */
  public ServerOptions(String host, int port, @Nullable Path phrasebookDir, @Nullable Path data) {
    this(host, port, phrasebookDir, data, AuditSettings.DEFAULT, false, Access.LOCAL);
  }
}
