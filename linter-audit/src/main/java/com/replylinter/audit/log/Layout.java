package com.replylinter.audit.log;

import static com.replylinter.audit.log.Container.HTML;
import static com.replylinter.audit.log.Container.JSON;
import static com.replylinter.audit.log.Container.TEXT;
import static com.replylinter.audit.log.Container.WORKBOOK;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The layouts of exported chat logs that are read. Of two that fit equally the first is taken. */
public enum Layout {
  JSONL(JsonlReader.LAYOUT, "本程序自己的 JSONL（一行一段对话或一条消息）", new JsonlLayout(), JSON, TEXT),
  HTML_CHAT("html-chat", "聊天页面另存的 HTML", new HtmlChatReader(), HTML),
  QIANNIU_TEXT("qianniu-text", "千牛桌面版复制或保存的文本", new QianniuTextReader(), TEXT, HTML),
  WANGWANG_TEXT("wangwang-text", "旺旺消息管理器导出的文本", new WangwangTextReader(), TEXT, HTML),
  QIANNIU_WEB("qianniu-web", "千牛网页版聊天记录查询的页面文字", new QianniuWebReader(), TEXT, HTML),
  QIANNIU_XLSX_A("qianniu-xlsx-a", "千牛逐条表格（每位客户一张工作表）", new QianniuSheetsReader(), WORKBOOK),
  QIANNIU_XLSX_B("qianniu-xlsx-b", "千牛整段表格（一个单元格一段对话）", new QianniuTalkCellsReader(), WORKBOOK),
  TAOBAO_TOP("taobao-top", "淘宝开放平台聊天记录接口的 JSON", new TaobaoTopReader(), JSON),
  JD_JSON("jd-json", "京东咚咚的 JSON", new JdReader(), JSON),
  JDDC("jddc", "JDDC 语料式的 TSV", new JddcReader(), TEXT),
  PINDUODUO_JSON("pinduoduo-json", "拼多多的 JSON", new PinduoduoReader(), JSON),
  DOUYIN_FEIGE("douyin-feige", "抖音飞鸽的表格", new DouyinReader(), TEXT, WORKBOOK, HTML),
  ALIYUN_SCA("aliyun-sca", "阿里云智能对话分析的 JSON", new AliyunScaReader(), JSON),
  TABLE("table", "一行一条消息的表格（CSV、TSV、xlsx、HTML 表格）", new TableReader(), TEXT, WORKBOOK, HTML);

  private final String id;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // readers have no state
  private final LogReader reader;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of
  private final Set<Container> containers;

  Layout(String id, String title, LogReader reader, Container... containers) {
    this.id = id;
    this.title = title;
    this.reader = reader;
    this.containers = Set.of(containers);
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

  /** Whether files of a kind may have the layout at all. */
  boolean isKeptIn(Container container) {
    return containers.contains(container);
  }

  /** How much a file looks like the layout. */
  Likeness likeness(Head head) {
    return isKeptIn(head.container())
        ? reader.likeness(head)
        : Likeness.none(
            "要“%s”，这个文件是“%s”"
                .formatted(
                    containers.stream()
                        .sorted()
                        .map(Container::title)
                        .collect(Collectors.joining("”或“")),
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
        "没有叫“%s”的格式。可以写的有：%s。"
            .formatted(
                id, Arrays.stream(values()).map(Layout::id).collect(Collectors.joining("、"))));
  }
}
