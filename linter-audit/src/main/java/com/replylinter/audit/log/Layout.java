package com.replylinter.audit.log;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The layouts of exported chat logs that are read. Of two that fit equally the first is taken. */
public enum Layout {
  JSONL(JsonlReader.LAYOUT, "本程序自己的 JSONL（一行一段对话或一条消息）", new JsonlLayout()),
  HTML_CHAT("html-chat", "聊天页面另存的 HTML", new HtmlChatReader()),
  QIANNIU_TEXT("qianniu-text", "千牛桌面版复制或保存的文本", new QianniuTextReader()),
  WANGWANG_TEXT("wangwang-text", "旺旺消息管理器导出的文本", new WangwangTextReader()),
  QIANNIU_WEB("qianniu-web", "千牛网页版聊天记录查询的页面文字", new QianniuWebReader()),
  QIANNIU_XLSX_A("qianniu-xlsx-a", "千牛逐条表格（每位客户一张工作表）", new QianniuSheetsReader()),
  QIANNIU_XLSX_B("qianniu-xlsx-b", "千牛整段表格（一个单元格一段对话）", new QianniuTalkCellsReader()),
  TAOBAO_TOP("taobao-top", "淘宝开放平台聊天记录接口的 JSON", new TaobaoTopReader()),
  JD_JSON("jd-json", "京东咚咚的 JSON", new JdReader()),
  JDDC("jddc", "JDDC 语料式的 TSV", new JddcReader()),
  PINDUODUO_JSON("pinduoduo-json", "拼多多的 JSON", new PinduoduoReader()),
  DOUYIN_FEIGE("douyin-feige", "抖音飞鸽的表格", new DouyinReader()),
  ALIYUN_SCA("aliyun-sca", "阿里云智能对话分析的 JSON", new AliyunScaReader()),
  TABLE("table", "一行一条消息的表格（CSV、TSV、xlsx、HTML 表格）", new TableReader());

  private final String id;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // readers have no state
  private final LogReader reader;

  Layout(String id, String title, LogReader reader) {
    this.id = id;
    this.title = title;
    this.reader = reader;
  }

  /** Names it on the command line and in accounts. */
  public String id() {
    return id;
  }

  /** What it is, in Chinese. */
  public String title() {
    return title;
  }

  LogReader reader() {
    return reader;
  }

  /**
   * The layout of that id.
   *
   * @throws LogFileException if there is none
   */
  static Layout of(String id) throws LogFileException {
    for (Layout layout : values()) {
      if (layout.id.equals(id)) {
        return layout;
      }
    }
    throw new LogFileException(
        "没有叫“%s”的格式。可以写的有：%s。"
            .formatted(
                id, Arrays.stream(values()).map(Layout::id).collect(Collectors.joining("、"))));
  }
}
