package com.replylinter.audit.log;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a column of a table may hold, with the headers that say so, in {@link #plain} form. */
enum Column {
  CONVERSATION(
      "会话ID",
      "会话id 会话编号 会话号 会话 对话id 对话编号 聊天id sessionid session sid conversationid "
          + "conversation dialogid chatid tid ticketid"),
  AGENT(
      "客服",
      "客服 客服昵称 客服名称 客服账号 客服id 客服姓名 接待客服 坐席 子账号 agent agentname waiter waitername "
          + "waiterid servicer staff seller"),
  BUYER(
      "买家",
      "买家 买家昵称 买家id 买家账号 客户 客户名 客户id 客户昵称 客户名称 顾客 顾客昵称 用户 用户昵称 用户id 用户信息 访客 buyer "
          + "buyernick buyername customer customerid customername user username userid "
          + "visitor"),
  SENDER(
      "发送方",
      "发送方 发送人 发送者 发送账号 发言人 说话人 发件人 昵称 sender sendername from fromname speaker "
          + "nick nickname name"),
  ROLE(
      "角色",
      "角色 账号类型 发送方类型 发送者类型 发送人类型 消息来源 身份 方向 消息方向 发送方向 role sendertype usertype "
          + "identity direction"),
  FROM_AGENT("是否客服", "是否客服 是否客服发送 waitersend isfromwaiter isagent fromagent"),
  TIME(
      "时间",
      "时间 发送时间 消息时间 聊天时间 日期时间 time timestamp sendtime msgtime messagetime "
          + "createtime createdat datetime"),
  DATE("日期", "日期 发送日期 聊天日期 date"),
  TEXT(
      "消息内容",
      "消息内容 内容 发送内容 聊天内容 消息 文本 聊天记录 content message text msg words body " + "messagecontent"),
  TYPE("消息类型", "类型 消息类型 内容类型 type msgtype messagetype contenttype");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of
  private final Set<String> headers;

  Column(String title, String headers) {
    this.title = title;
    this.headers = Set.of(headers.split(" ", -1));
  }

  /** What it holds; either name may stand in {@code --columns}. */
  Wording title() {
    return new Wording(title, name().toLowerCase(Locale.ROOT).replace("_", ""));
  }

  /** What a header means; null if that is unknown. */
  static @Nullable Column of(String header) {
    String plain = plain(header);
    for (Column column : values()) {
      if (column.headers.contains(plain)) {
        return column;
      }
    }
    return null;
  }

  /**
   * What the user says about the columns.
   *
   * @throws LogFileException if a key means nothing
   */
  static Map<Column, String> named(ReadOptions options) throws LogFileException {
    Map<Column, String> named = new EnumMap<>(Column.class);
    for (Map.Entry<String, String> entry : options.columns().entrySet()) {
      Column column = of(entry.getKey());
      if (column == null) {
        throw new LogFileException(
            Wording.of(
                "--columns 里的“%s”不知道指什么。可以写的有：%s。",
                "What “%s” in --columns means is unknown. Known are: %s.",
                entry.getKey(),
                Wording.list(Stream.of(values()).map(Column::title).toList())));
      }
      named.put(column, entry.getValue().strip());
    }
    return named;
  }

  /**
   * A header without what differs between exports: case, spaces, underscores, a note in brackets.
   */
  private static String plain(String header) {
    String text = header.strip().toLowerCase(Locale.ROOT);
    int note = Math.max(text.indexOf('('), text.indexOf('（'));
    return (note > 0 ? text.substring(0, note) : text)
        .replaceAll("[\\s_-]", "")
        .replace(Charsets.BYTE_ORDER_MARK, "");
  }
}
