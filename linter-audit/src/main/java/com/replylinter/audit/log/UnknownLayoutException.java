package com.replylinter.audit.log;

import java.util.Map;
import java.util.stream.Collectors;

/** No layout fits a file. The message says which were tried and how far each got. */
public final class UnknownLayoutException extends LogFileException {
  private static final long serialVersionUID = 1L;

  UnknownLayoutException(LogFile file, Map<Layout, Likeness> tried) {
    super(
        "认不出“%s”是哪种聊天记录（编码 %s）。试过的格式：\n%s\n要做的："
                .formatted(
                    file.name(),
                    file.charset().name(),
                    tried.entrySet().stream()
                        .map(e -> "  " + e.getKey().id() + "：" + e.getValue().how())
                        .collect(Collectors.joining("\n")))
            + "如果是表格，用 --columns 指明各列，例如 --columns 会话ID=单号,发送方=身份,时间=日期,消息内容=正文"
            + "（没有表头时写列号，如 消息内容=#3）；知道是哪种格式时，用 --layout 指定；文字是乱码时，用 --charset 指定编码。");
  }
}
