package com.replylinter.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.replylinter.json.BadRequest;
import com.replylinter.server.audit.AuditFault;
import com.replylinter.server.languagetool.LanguageToolApi;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every failure with {@code application/problem+json} (RFC 9457), or as LanguageTool's
 * clients read it, and logs what is ours.
 */
final class Problems {
  static final String CONTENT_TYPE = "application/problem+json";
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_SECONDS = "1";
  private static final String RETRY_SECONDS_OF_JOBS = "30";

  private Problems() {}

  static void register(RoutesConfig routes) {
    routes.exception(
        BadRequest.class, (e, ctx) -> answer(ctx, fault(e), e.field(), e.message(language(ctx))));
    routes.exception(
        RequestFault.class, (e, ctx) -> answer(ctx, e.fault(), null, e.detail(language(ctx))));
    routes.exception(
        AuditFault.class, (e, ctx) -> answer(ctx, fault(e), e.field(), e.message(language(ctx))));
    routes.exception(HttpResponseException.class, Problems::answerRouting);
    routes.exception(IOException.class, Problems::answerBrokenTransfer);
    routes.exception(Exception.class, (e, ctx) -> answerInternal(ctx, e));
  }

  /** The status a bad request is answered with. */
  static Fault fault(BadRequest bad) {
    return switch (bad.kind()) {
      case MALFORMED -> Fault.MALFORMED;
      case INVALID -> Fault.INVALID;
      case TOO_LARGE -> Fault.TOO_LARGE;
    };
  }

  /** The status a bad request about audits is answered with. */
  static Fault fault(AuditFault bad) {
    return switch (bad.kind()) {
      case MALFORMED -> Fault.MALFORMED;
      case FORBIDDEN -> Fault.FORBIDDEN;
      case NOT_FOUND -> Fault.NOT_FOUND;
      case TOO_LARGE -> Fault.TOO_LARGE;
      case UNSUPPORTED_TYPE -> Fault.UNSUPPORTED_TYPE;
      case INVALID -> Fault.INVALID;
      case TOO_MANY -> Fault.TOO_MANY;
      case NOT_STORED -> Fault.INTERNAL;
    };
  }

  /** English if the client prefers it to Chinese, else Chinese. */
  static Locale language(Context ctx) {
    return language(ctx.header("Accept-Language"));
  }

  static Locale language(@Nullable String header) {
    if (header == null) {
      return Locale.SIMPLIFIED_CHINESE;
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
        if (range.getRange().startsWith("zh")) {
          return Locale.SIMPLIFIED_CHINESE;
        }
        if (range.getRange().startsWith("en")) {
          return Locale.ENGLISH;
        }
      }
    } catch (IllegalArgumentException e) {
      return Locale.SIMPLIFIED_CHINESE;
    }
    return Locale.SIMPLIFIED_CHINESE;
  }

  /** Logs a failure of ours under a number, without its message, which might quote a text. */
  static String log(String where, Throwable failure) {
    String incident = UUID.randomUUID().toString();
    if (LOG.isErrorEnabled()) {
      LOG.error("incident {} at {}: {}", incident, where, trace(failure));
    }
    return incident;
  }

  /** Answers an error of the virtual machine, such as an exhausted stack. */
  static void answerError(HttpServletResponse response, Error error) {
    String incident = log("a request", error);
    if (response.isCommitted()) {
      return;
    }
    Fault fault = Fault.INTERNAL;
    response.setStatus(fault.status());
    response.setContentType(CONTENT_TYPE);
    String title = fault.title(Locale.SIMPLIFIED_CHINESE);
    try {
      response
          .getOutputStream()
          .write(toBytes(fault.status(), fault.type(), title, null, recorded(incident, false)));
    } catch (IOException e) {
      LOG.debug("incident {} could not be answered", incident);
    }
  }

  private static void answerRouting(HttpResponseException e, Context ctx) {
    if (e instanceof MethodNotAllowedResponse) {
      String allowed = String.join(", ", e.getDetails().values());
      ctx.header("Allow", allowed);
      String detail =
          isEnglish(ctx) ? "Allowed here: " + allowed + "." : "这里可用的方法：" + allowed + "。";
      answer(ctx, Fault.METHOD_NOT_ALLOWED, null, detail);
    } else if (e.getStatus() == Fault.NOT_FOUND.status()) {
      String detail =
          isEnglish(ctx)
              ? "There is nothing at this address, see /openapi.json."
              : "这个地址没有内容，可用的地址见 /openapi.json。";
      answer(ctx, Fault.NOT_FOUND, null, detail);
    } else {
      answer(ctx, e.getStatus(), "about:blank", String.valueOf(e.getMessage()), null, "");
    }
  }

  /** The body broke off; a sender that fell silent was answered 408 by Javalin before. */
  private static void answerBrokenTransfer(IOException e, Context ctx) {
    String detail = isEnglish(ctx) ? "The request is incomplete." : "请求没有传完。";
    answer(ctx, Fault.MALFORMED, null, detail);
  }

  private static void answerInternal(Context ctx, Exception e) {
    String incident = log(ctx.method() + " " + ctx.endpoint().path, e);
    answer(ctx, Fault.INTERNAL, null, recorded(incident, isEnglish(ctx)));
  }

  private static String recorded(String incident, boolean english) {
    return english
        ? "The failure was logged under " + incident + "."
        : "错误已记录，编号 " + incident + "。";
  }

  private static boolean isEnglish(Context ctx) {
    return language(ctx).getLanguage().equals("en");
  }

  private static void answer(Context ctx, Fault fault, @Nullable String field, String detail) {
    if (fault == Fault.BUSY || fault == Fault.NOT_READY) {
      ctx.header("Retry-After", RETRY_SECONDS);
    } else if (fault == Fault.TOO_MANY) {
      ctx.header("Retry-After", RETRY_SECONDS_OF_JOBS);
    }
    answer(ctx, fault.status(), fault.type(), fault.title(language(ctx)), field, detail);
  }

  private static void answer(
      Context ctx, int status, String type, String title, @Nullable String field, String detail) {
    if (ctx.res().isCommitted()) {
      return; // too late to tell
    }
    if (LanguageToolApi.covers(ctx)) {
      LanguageToolApi.refuse(ctx, status, detail.isEmpty() ? title : detail);
      return;
    }
    ctx.status(status)
        .contentType(CONTENT_TYPE)
        .result(toBytes(status, type, title, field, detail));
  }

  /** A problem as JSON; {@code detail} and {@code field} are left out where there is none. */
  static byte[] toBytes(
      int status, String type, String title, @Nullable String field, String detail) {
    return Json.toBytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("type", type);
          json.writeStringField("title", title);
          json.writeNumberField("status", status);
          optional(json, "detail", detail.isEmpty() ? null : detail);
          optional(json, "field", field);
          json.writeEndObject();
        });
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static String trace(Throwable failure) {
    String frames =
        Arrays.stream(failure.getStackTrace())
            .map(frame -> "\n\tat " + frame)
            .collect(Collectors.joining());
    Throwable cause = failure.getCause();
    return failure.getClass().getName()
        + frames
        + (cause == null || cause == failure ? "" : "\nCaused by: " + trace(cause));
  }
}
