package com.replylinter.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
  private final Storage storage;

  private LinterServer(Javalin javalin, Meters meters, Storage storage) {
    this.javalin = javalin;
    this.meters = meters;
    this.storage = storage;
  }

  /**
   * Starts the service and waits until it is ready. Meanwhile it answers {@code /healthz}, and 503
   * where it needs the phrasebook.
   *
   * @throws ServerStartException if the port is taken, a folder is missing or the phrasebook
   *     broken; nothing is left running then
   */
  public static LinterServer start(ServerOptions options) throws ServerStartException {
    long began = System.nanoTime();
    CompletableFuture<LiveBook> book = new CompletableFuture<>();
    Thread loader = new Thread(() -> load(options.phrasebookDir(), book), "phrasebook-loader");
    loader.setDaemon(true);
    loader.start();
    LinterServer server = listen(options, book, Storage.in(options.data(), options.audits()));
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
      warnOfStrangers(options);
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
      ServerOptions options, CompletableFuture<LiveBook> book, Storage storage)
      throws ServerStartException {
    Meters meters = new Meters();
    Supplier<LiveBook> live = () -> present(book);
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config);
              Routes.register(config.routes, live, meters, storage, options);
              config.requestLogger.http(meters::request);
              JettySetup.configure(config.jetty, options.host(), options.port());
            });
    try {
      javalin.start();
    } catch (JavalinException e) {
      meters.close();
      storage.close();
      throw cannotListen(options.host(), options.port(), e);
    }
    CompletableFuture<Void> unused =
        book.thenRun(() -> storage.audits().start(() -> live.get().linter(), Problems::log));
    return new LinterServer(javalin, meters, storage);
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
    meters.close();
    storage.close();
  }

  Javalin javalin() {
    return javalin;
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy =
        CompressionStrategy.NONE; // answers are small, and soon wanted
    config.router.javaLangErrorHandler(Problems::answerError);
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

  private static void warnOfStrangers(ServerOptions options) {
    if (options.access().token() == null && !isLoopback(options.host())) {
      LOG.warn(
          "listening at {}: whoever reaches this address can use the service; ask for a token with"
              + " --token-file",
          options.host());
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
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
