package com.replylinter.server;

import java.util.Locale;

/** The kinds of error the service answers with; each is a stable problem type of its own. */
enum Fault {
  MALFORMED(400, "请求的格式不对", "The request is malformed"),
  UNAUTHORIZED(401, "需要访问令牌", "A token is needed"),
  FORBIDDEN(403, "不允许这样做", "Forbidden"),
  NOT_FOUND(404, "没有找到", "Not found"),
  METHOD_NOT_ALLOWED(405, "这个地址不支持该方法", "This address does not support the method"),
  NO_DATA(409, "服务没有保存数据的地方", "The service keeps no data"),
  TOO_LARGE(413, "内容过长", "The content is too large"),
  UNSUPPORTED_TYPE(415, "不支持这种内容类型", "Unsupported content type"),
  INVALID(422, "请求的内容不合理", "The request makes no sense"),
  TOO_MANY(429, "请求太多", "Too many requests"),
  INTERNAL(500, "服务内部出错", "The service failed"),
  BUSY(503, "服务正忙", "The service is busy"),
  NOT_READY(503, "服务正在启动", "The service is starting");

  private final int status;
  private final String chinese;
  private final String english;

  Fault(int status, String chinese, String english) {
    this.status = status;
    this.chinese = chinese;
    this.english = english;
  }

  /** The HTTP status it is answered with. */
  int status() {
    return status;
  }

  /** The problem type's URI. */
  String type() {
    return "urn:reply-linter:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What kind of error it is, the same for every occurrence. */
  String title(Locale locale) {
    return locale.getLanguage().equals("en") ? english : chinese;
  }
}
