package com.replylinter.audit.log;

import java.util.Map;

/** No layout fits a file. The message says which were tried and how far each got. */
public final class UnknownLayoutException extends LogFileException {
  private static final long serialVersionUID = 1L;

  private static final Wording LINE_END = new Wording("\n", "\n");

  UnknownLayoutException(LogFile file, Map<Layout, Likeness> tried) {
    super(
        Wording.of(
            "认不出“%s”是哪种聊天记录（编码 %s）。试过的格式：\n%s\n要做的："
                + "如果是表格，用 --columns 指明各列，例如 --columns 会话ID=单号,发送方=身份,时间=日期,消息内容=正文"
                + "（没有表头时写列号，如 消息内容=#3）；知道是哪种格式时，用 --layout 指定；文字是乱码时，用 --charset 指定编码。",
            "What kind of chat log “%s” is cannot be told (encoding %s). Layouts tried:\n%s\nTo do: "
                + "if it is a table, name its columns by --columns, such as"
                + " --columns conversation=No,sender=Who,time=Date,text=Body (without a header by"
                + " number, such as text=#3); if you know the layout, give it by --layout; if the"
                + " text is garbled, give the encoding by --charset.",
            file.name(),
            file.charset().name(),
            Wording.join(
                tried.entrySet().stream()
                    .map(
                        e -> Wording.of("  %s：%s", "  %s: %s", e.getKey().id(), e.getValue().how()))
                    .toList(),
                LINE_END)));
  }
}
