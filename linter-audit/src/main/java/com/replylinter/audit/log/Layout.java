package com.replylinter.audit.log;

import static com.replylinter.audit.log.Container.HTML;
import static com.replylinter.audit.log.Container.JSON;
import static com.replylinter.audit.log.Container.TEXT;
import static com.replylinter.audit.log.Container.WORKBOOK;

import java.util.Arrays;
import java.util.Set;

/** The layouts of exported chat logs that are read. Of two that fit equally the first is taken. */
public enum Layout {
  JSONL(
      JsonlReader.LAYOUT,
      "本程序自己的 JSONL（一行一段对话或一条消息）",
      "JSON lines in this program's own shape (a conversation or a message a line)",
      new JsonlLayout(),
      JSON,
      TEXT),
  HTML_CHAT("html-chat", "聊天页面另存的 HTML", "a chat page saved as HTML", new HtmlChatReader(), HTML),
  QIANNIU_TEXT(
      "qianniu-text",
      "千牛桌面版复制或保存的文本",
      "text copied or saved from Qianniu for desktops",
      new QianniuTextReader(),
      TEXT,
      HTML),
  WANGWANG_TEXT(
      "wangwang-text",
      "旺旺消息管理器导出的文本",
      "text exported by the message manager of Wangwang",
      new WangwangTextReader(),
      TEXT,
      HTML),
  QIANNIU_WEB(
      "qianniu-web",
      "千牛网页版聊天记录查询的页面文字",
      "text of the page on which Qianniu shows chat logs",
      new QianniuWebReader(),
      TEXT,
      HTML),
  LABELLED_TEXT(
      "labelled-text",
      "每行写明“客服：”“买家：”的文本",
      "text that says before each message whether the agent or the buyer speaks",
      new LabelledTextReader(),
      TEXT,
      HTML),
  QIANNIU_XLSX_A(
      "qianniu-xlsx-a",
      "千牛逐条表格（每位客户一张工作表）",
      "Qianniu's workbook with a message a row (a sheet a customer)",
      new QianniuSheetsReader(),
      WORKBOOK),
  QIANNIU_XLSX_B(
      "qianniu-xlsx-b",
      "千牛整段表格（一个单元格一段对话）",
      "Qianniu's workbook with a conversation a cell",
      new QianniuTalkCellsReader(),
      WORKBOOK),
  TAOBAO_TOP(
      "taobao-top",
      "淘宝开放平台聊天记录接口的 JSON",
      "JSON of the chat log interface of Taobao's open platform",
      new TaobaoTopReader(),
      JSON),
  JD_JSON("jd-json", "京东咚咚的 JSON", "JSON of JD Dongdong", new JdReader(), JSON),
  JDDC("jddc", "JDDC 语料式的 TSV", "TSV as in the JDDC corpus", new JddcReader(), TEXT),
  PINDUODUO_JSON("pinduoduo-json", "拼多多的 JSON", "JSON of Pinduoduo", new PinduoduoReader(), JSON),
  DOUYIN_FEIGE(
      "douyin-feige", "抖音飞鸽的表格", "table of Douyin Feige", new DouyinReader(), TEXT, WORKBOOK, HTML),
  ALIYUN_SCA(
      "aliyun-sca",
      "阿里云智能对话分析的 JSON",
      "JSON of Alibaba Cloud's conversation analysis",
      new AliyunScaReader(),
      JSON),
  TABLE(
      "table",
      "一行一条消息的表格（CSV、TSV、xlsx、HTML 表格）",
      "table with a message a row (CSV, TSV, xlsx, HTML table)",
      new TableReader(),
      TEXT,
      WORKBOOK,
      HTML);

  private static final Wording OR = new Wording("”或“", "” or “");

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // a record of strings
  private final Wording title;

  @SuppressWarnings("ImmutableEnumChecker") // readers have no state
  private final LogReader reader;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of
  private final Set<Container> containers;

  Layout(String id, String chinese, String english, LogReader reader, Container... containers) {
    this.id = id;
    this.title = new Wording(chinese, english);
    this.reader = reader;
    this.containers = Set.of(containers);
  }

  /** Names it on the command line and in accounts. */
  public String id() {
    return id;
  }

  /** What it is. */
  public Wording title() {
    return title;
  }

  LogReader reader() {
    return reader;
  }

  /** Whether files of a kind may have the layout at all. */
  boolean isKeptIn(Container container) {
    return containers.contains(container);
  }

  /** How much a file looks like the layout. */
  Likeness likeness(Head head) {
    return isKeptIn(head.container())
        ? reader.likeness(head)
        : new Likeness(
            0,
            Wording.of(
                "要“%s”，这个文件是“%s”",
                "takes “%s”, this file is “%s”",
                Wording.join(containers.stream().sorted().map(Container::title).toList(), OR),
                head.container().title()));
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
        Wording.of(
            "没有叫“%s”的格式。可以写的有：%s。",
            "There is no layout “%s”. Known are: %s.",
            id,
            Wording.names(Arrays.stream(values()).map(Layout::id).toList())));
  }
}
