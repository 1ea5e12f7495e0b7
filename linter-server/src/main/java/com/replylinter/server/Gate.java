package com.replylinter.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whom the operator allows: pages of other origins to what the chat plugin needs, and to
 * everything below {@code /v1/} only who knows the token.
 */
final class Gate {
  private static final String SCHEME = "Bearer ";

  /** What pages of other origins may use, with the methods. */
  private static final Map<String, Set<HandlerType>> SHARED =
      Map.of(
          "/readyz", Set.of(HandlerType.GET, HandlerType.HEAD),
          "/v1/lint", Set.of(HandlerType.POST),
          "/v1/offline-pack", Set.of(HandlerType.GET, HandlerType.HEAD),
          "/v1/feedback", Set.of(HandlerType.POST),
          "/v1/overrides", Set.of(HandlerType.POST));

  /**
   * Reports of an audit, which browsers open and save without a token: their address, which only
   * who has the token is told, holds 128 random bits.
   */
  private static final Pattern REPORT = Pattern.compile("/v1/audit/[0-9a-f]{32}/[^/]+");

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  private static final String PREFLIGHT_SECONDS = "3600";

  private final Access access;
  private final byte @Nullable [] token;

  private Gate(Access access) {
    this.access = access;
    this.token = access.token() == null ? null : access.token().getBytes(StandardCharsets.US_ASCII);
  }

  /** Puts itself before the routes; an access that asks for nothing costs nothing. */
  static void register(RoutesConfig routes, Access access) {
    Gate gate = new Gate(access);
    if (!access.origins().isEmpty()) {
      SHARED.forEach((path, methods) -> routes.before(path, ctx -> gate.share(ctx, methods)));
    }
    if (gate.token != null) {
      routes.before("/v1/*", gate::requireToken);
    }
  }

  /** Lets a page of an allowed origin read the answer, and answers what its browser asks before. */
  private void share(Context ctx, Set<HandlerType> methods) {
    ctx.header("Vary", "Origin");
    String origin = ctx.header("Origin");
    boolean preflight =
        ctx.method().equals(HandlerType.OPTIONS)
            && ctx.header("Access-Control-Request-Method") != null;
    if (origin == null
        || !access.origins().contains(origin)
        || !(preflight || methods.contains(ctx.method()))) {
      return;
    }
    ctx.header("Access-Control-Allow-Origin", origin)
        .header("Access-Control-Expose-Headers", "ETag, Retry-After");
    if (preflight) {
      ctx.header(
              "Access-Control-Allow-Methods",
              String.join(", ", methods.stream().map(HandlerType::name).sorted().toList()))
          .header("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match")
          .header("Access-Control-Max-Age", PREFLIGHT_SECONDS);
      if ("true".equals(ctx.header("Access-Control-Request-Private-Network"))) {
        ctx.header("Access-Control-Allow-Private-Network", "true");
      }
      ctx.status(HttpStatus.NO_CONTENT).skipRemainingHandlers();
    }
  }

  /** Compares in a time that does not tell how much of a guess is right. */
  private void requireToken(Context ctx) {
    if (READING.contains(ctx.method()) && REPORT.matcher(ctx.path()).matches()) {
      return;
    }
    String header = Objects.requireNonNullElse(ctx.header("Authorization"), "");
    boolean named = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    byte[] told =
        (named ? header.substring(SCHEME.length()).strip() : "").getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(token, told)) {
      ctx.header("WWW-Authenticate", "Bearer realm=\"reply-linter\"");
      throw new RequestFault(
          Fault.UNAUTHORIZED,
          "请带上访问令牌（Authorization: Bearer …），向服务的管理员索取。",
          "Send the token (Authorization: Bearer ...); whoever runs the service has it.");
    }
  }
}
