package com.replylinter.cli;

import com.replylinter.server.Access;
import com.replylinter.server.LinterServer;
import com.replylinter.server.ServerOptions;
import com.replylinter.server.ServerStartException;
import com.replylinter.server.audit.AuditSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code linter serve}: the HTTP service and its pages, until it is told to stop. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  private final Terminal terminal;
  private final Messages messages;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private LinterCommand linter;

  @Option(names = "--host", paramLabel = "HOST")
  private String host = "127.0.0.1";

  @Option(names = "--port", paramLabel = "PORT")
  private int port = 7070;

  @Option(names = "--data", paramLabel = "DIR")
  private @Nullable Path data;

  @Option(names = "--max-upload", paramLabel = "MB")
  private int maxUpload = 200;

  @Option(names = "--keep-audits", paramLabel = "DAYS")
  private int keepAudits = 7;

  @Option(names = "--keep-texts")
  private boolean keepTexts;

  @Option(names = "--allow-origin", paramLabel = "ORIGIN")
  private List<String> origins = List.of();

  @Option(names = "--token-file", paramLabel = "FILE")
  private @Nullable Path tokenFile;

  ServeCommand(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new CliException(messages.get("serve.port", port));
    }
    requirePositive("--max-upload", maxUpload);
    requirePositive("--keep-audits", keepAudits);
    try (LinterServer server = LinterServer.start(options())) {
      terminal.out().println(messages.get("serve.ready", host, String.valueOf(server.port())));
      terminal.out().flush();
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
      server.join();
      return Exit.CLEAN;
    } catch (ServerStartException e) {
      throw new CliException(e.message(messages.locale()));
    }
  }

  private ServerOptions options() throws ServerStartException {
    return new ServerOptions(
        host,
        port,
        linter.phrasebook(),
        data,
        AuditSettings.of(maxUpload, keepAudits),
        keepTexts,
        Access.of(origins, tokenFile));
  }

  private void requirePositive(String option, int value) {
    if (value < 1) {
      throw new CliException(messages.get("usage-error.value", option, value));
    }
  }
}
