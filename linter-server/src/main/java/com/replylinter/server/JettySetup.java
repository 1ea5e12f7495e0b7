package com.replylinter.server;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Sets Jetty up so that neither a burst of clients nor a crowd of them exhausts a small heap. */
final class JettySetup {
  /** Connections open at once. At the limit idle ones are closed early, and new ones wait. */
  static final int MAX_CONNECTIONS = 1_000;

  /** Some LanguageTool clients send the text in the address: 7 000 Chinese characters fit. */
  private static final int MAX_HEADER_BYTES = 64 << 10;

  private static final int IDLE_MILLIS_AT_LIMIT = 5_000;
  private static final int ACCEPT_QUEUE = 1_024;
  private static final int MIN_THREADS = 8;
  private static final int MAX_THREADS = 64;
  private static final int THREAD_IDLE_MILLIS = 60_000;

  private JettySetup() {}

  static void configure(JettyConfig jetty, String host, int port) {
    jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, THREAD_IDLE_MILLIS);
    jetty.modifyServer(server -> server.setErrorHandler(new JettyErrors()));
    jetty.modifyHttpConfiguration(
        http -> {
          http.setHeaderCacheSize(0); // 30 KB a connection, for headers nobody reads
          http.setRequestHeaderSize(MAX_HEADER_BYTES);
        });
    jetty.addConnector((server, http) -> connector(server, http, host, port));
  }

  private static Connector connector(Server server, HttpConfiguration http, String host, int port) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    NetworkConnectionLimit limit = new NetworkConnectionLimit(MAX_CONNECTIONS, connector);
    limit.setEndPointIdleTimeout(IDLE_MILLIS_AT_LIMIT);
    connector.addBean(limit);
    return connector;
  }
}
