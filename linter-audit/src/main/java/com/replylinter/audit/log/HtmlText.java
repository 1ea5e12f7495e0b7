package com.replylinter.audit.log;

import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of HTML elements as a reader sees it, in lines. */
final class HtmlText {
  private HtmlText() {}

  /** The text of an element, its pictures as {@code [图片]}, without blank lines. */
  static String of(Element element) {
    StringBuilder text = new StringBuilder();
    element.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.text());
            } else if (node instanceof Element inner) {
              newLine(inner);
              if (inner.normalName().equals("img")) {
                text.append("[图片]");
              }
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element inner) {
              newLine(inner);
            }
          }

          private void newLine(Element inner) {
            if (inner.isBlock() || inner.normalName().equals("br")) {
              text.append('\n');
            }
          }
        });
    return text.toString()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
