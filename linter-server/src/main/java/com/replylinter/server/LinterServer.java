package com.replylinter.server;

import com.replylinter.server.audit.AuditJobs;
import com.replylinter.server.languagetool.IgnoredWords;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service. It listens from the first moment on, and lints once its phrasebook is
 * checked.
 */
public final class LinterServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinterServer.class);

  private final Javalin javalin;
  private final Meters meters;
  private final AuditJobs audits;

  private LinterServer(Javalin javalin, Meters meters, AuditJobs audits) {
    this.javalin = javalin;
    this.meters = meters;
    this.audits = audits;
  }

  /**
   * Starts the service and waits until it is ready. Meanwhile it answers {@code /healthz}, and 503
   * where it needs the phrasebook.
   *
   * @throws ServerStartException if the port is taken, a folder is missing or the phrasebook
   *     broken; nothing is left running then
   */
  public static LinterServer start(ServerOptions options) throws ServerStartException {
    requireFolder(options.data());
    IgnoredWords words = words(options.data());
    AuditJobs audits = audits(options);
    long began = System.nanoTime();
    CompletableFuture<LiveBook> book = new CompletableFuture<>();
    Thread loader = new Thread(() -> load(options.phrasebookDir(), book), "phrasebook-loader");
    loader.setDaemon(true);
    loader.start();
    LinterServer server = listen(options.host(), options.port(), book, words, audits);
    try {
      LiveBook live = book.get();
      long millis = (System.nanoTime() - began) / 1_000_000;
      LOG.info(
          "ready in {} ms on {}:{}, phrasebook {} with {} rules",
          millis,
          options.host(),
          server.port(),
          live.phrasebook().version(),
          live.phrasebook().rules().size());
      live.quarantined().forEach(failure -> LOG.warn("quarantined: {}", failure.render()));
      return server;
    } catch (ExecutionException e) {
      server.close();
      if (e.getCause() instanceof ServerStartException known) {
        throw known;
      }
      throw new IllegalStateException("loading the phrasebook failed", e.getCause());
    } catch (InterruptedException e) {
      server.close();
      Thread.currentThread().interrupt();
      throw new ServerStartException("启动被中断。", "The start was interrupted.");
    }
  }

  /** Listens at once; endpoints that need the phrasebook answer 503 until it is there. */
  static LinterServer listen(
      String host, int port, CompletableFuture<LiveBook> book, IgnoredWords words, AuditJobs audits)
      throws ServerStartException {
    Meters meters = new Meters();
    Supplier<LiveBook> live = () -> present(book);
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, live, meters, words, audits);
              JettySetup.configure(config.jetty, host, port);
            });
    try {
      javalin.start();
    } catch (JavalinException e) {
      meters.close();
      audits.close();
      throw cannotListen(host, port, e);
    }
    CompletableFuture<Void> unused =
        book.thenRun(() -> audits.start(() -> live.get().linter(), Problems::log));
    return new LinterServer(javalin, meters, audits);
  }

  /** The port it listens at. */
  public int port() {
    return javalin.port();
  }

  /** Waits until the service is closed. */
  public void join() {
    try {
      javalin.jettyServer().server().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops listening and ends what is under way. */
  @Override
  public void close() {
    javalin.stop();
    audits.close();
    meters.close();
  }

  Javalin javalin() {
    return javalin;
  }

  private static void configure(
      JavalinConfig config,
      Supplier<LiveBook> book,
      Meters meters,
      IgnoredWords words,
      AuditJobs audits) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy =
        CompressionStrategy.NONE; // answers are small, and soon wanted
    config.router.javaLangErrorHandler(Problems::answerError);
    config.requestLogger.http(meters::request);
    Routes.register(config.routes, book, meters, words, audits);
  }

  private static LiveBook present(CompletableFuture<LiveBook> book) {
    try {
      LiveBook live = book.getNow(null);
      if (live != null) {
        return live;
      }
    } catch (CompletionException e) {
      // start() tells why and closes the service
    }
    throw new RequestFault(
        Fault.NOT_READY, "话术库正在载入，请稍后再试。", "The phrasebook is being loaded, try again soon.");
  }

  private static void load(@Nullable Path folder, CompletableFuture<LiveBook> book) {
    try {
      book.complete(LiveBook.load(folder));
    } catch (ServerStartException | RuntimeException | Error e) {
      book.completeExceptionally(e);
    }
  }

  private static void requireFolder(@Nullable Path data) throws ServerStartException {
    if (data != null && !Files.isDirectory(data)) {
      throw new ServerStartException("数据文件夹不存在：" + data, "The data folder does not exist: " + data);
    }
  }

  private static IgnoredWords words(@Nullable Path data) throws ServerStartException {
    try {
      return data == null ? IgnoredWords.inMemory() : IgnoredWords.in(data);
    } catch (IOException e) {
      throw new ServerStartException(
          "忽略词读取失败：" + data + "（" + e.getMessage() + "）",
          "The ignored words cannot be read: " + data + " (" + e.getMessage() + ")");
    }
  }

  private static AuditJobs audits(ServerOptions options) throws ServerStartException {
    try {
      return AuditJobs.in(options.data(), options.audits());
    } catch (IOException e) {
      throw new ServerStartException(
          "检查聊天记录用的文件夹读写失败（" + e.getMessage() + "）",
          "The folder of audits cannot be read or written (" + e.getMessage() + ")");
    }
  }

  private static ServerStartException cannotListen(String host, int port, Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String where = host + ":" + port;
    if (root instanceof BindException) {
      return new ServerStartException(
          "无法监听 " + where + "：端口可能已被占用，请换一个端口（--port）或先停掉占用它的程序。",
          "Cannot listen at "
              + where
              + ": the port may be in use. Choose another (--port) or stop"
              + " the program that uses it.");
    }
    return new ServerStartException(
        "无法监听 " + where + "：" + root, "Cannot listen at " + where + ": " + root);
  }
}
