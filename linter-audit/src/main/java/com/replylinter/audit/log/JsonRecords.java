package com.replylinter.audit.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The message objects of a JSON document, or of several one after the other, found by their fields
 * wherever they are, with the plain values of the objects around them. Where the text is broken,
 * one record is rejected and reading goes on at the next object.
 */
final class JsonRecords {
  private static final JsonFactory JSON = new JsonFactory();

  /** So many records wait for the values that stand behind them. */
  private static final int MAX_HELD = 10_000;

  private static final int PUSH_BACK = 1 << 16;

  private final JsonShape shape;
  private final Ledger ledger;
  private final BiConsumer<Map<String, String>, List<JsonRecord>> out;

  /** The objects that are open, innermost first. */
  private final Deque<Scope> open = new ArrayDeque<>();

  /** Holds records that are in no object, or whose object was cut off. */
  private Scope base = new Scope(null, true);

  /** An object that is open. */
  private static final class Scope {
    private final @Nullable String name;
    private final boolean isElement;
    private final Map<String, String> fields = new HashMap<>();
    private final List<JsonRecord> held = new ArrayList<>();
    private boolean hasInner;

    Scope(@Nullable String name, boolean isElement) {
      this.name = name;
      this.isElement = isElement;
    }
  }

  /**
   * Finds records.
   *
   * @param out takes records that are of one conversation or of none, with the values around them
   */
  JsonRecords(
      JsonShape shape, Ledger ledger, BiConsumer<Map<String, String>, List<JsonRecord>> out) {
    this.shape = shape;
    this.ledger = ledger;
    this.out = out;
  }

  void read(Reader json) throws IOException {
    PushbackReader text = new PushbackReader(json, PUSH_BACK);
    boolean isResumed = false;
    boolean isMore = true;
    while (isMore) {
      try (JsonParser parser = JSON.createParser(text)) {
        parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        try {
          walk(parser, isResumed);
          isMore = false;
        } catch (JsonProcessingException e) {
          boolean isTold = !isResumed || !open.isEmpty();
          if (isTold) {
            rejectBroken(e);
          }
          cutOff();
          StringWriter unread = new StringWriter();
          parser.releaseBuffered(unread);
          text.unread(unread.toString().toCharArray());
          isMore = skip(text, isTold);
          isResumed = true;
        }
      }
    }
    release(base);
  }

  private void walk(JsonParser parser, boolean isResumed) throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        JsonStreamContext around = parser.getParsingContext().getParent();
        boolean isElement = !around.inObject();
        JsonStreamContext named = around.inArray() ? around.getParent() : around;
        markOuter();
        open.push(new Scope(named.inObject() ? named.getCurrentName() : null, isElement));
      } else if (token == JsonToken.START_ARRAY) {
        markOuter();
      } else if (token == JsonToken.END_OBJECT) {
        end(open.pop());
      } else if (token == JsonToken.END_ARRAY) {
        if (isResumed && open.isEmpty()) {
          release(base);
          base = new Scope(null, true);
        }
      } else if (token.isScalarValue()
          && token != JsonToken.VALUE_NULL
          && parser.getParsingContext().inObject()
          && !open.isEmpty()) {
        open.element().fields.put(parser.currentName(), parser.getText());
      }
    }
  }

  private void markOuter() {
    if (!open.isEmpty()) {
      open.element().hasInner = true;
    }
  }

  private void end(Scope scope) {
    boolean isPlaced = scope.name == null ? scope.isElement : shape.arrays().contains(scope.name);
    if (shape.matches(scope.fields.keySet()) && (isPlaced || scope.isElement)) {
      ledger.line();
      hold(new JsonRecord(ledger.lines(), scope.fields));
    } else if (scope.hasInner) {
      if (scope.isElement) {
        release(scope);
      }
    } else if (isPlaced) {
      ledger.line();
      ledger.reject(
          ledger.lines(),
          "第 %d 条记录缺少字段（需要 %s），没有读。请补上。".formatted(ledger.lines(), shape.needs().chinese()),
          scope.fields.toString());
    } else if (scope.isElement) {
      ledger.line();
      ledger.noise(1);
    }
    if (!scope.isElement && !isPlaced && !open.isEmpty()) {
      // What is only put in brackets, such as the request beside its answer.
      scope.fields.forEach(open.element().fields::putIfAbsent);
      open.element().held.addAll(scope.held);
    }
  }

  private void hold(JsonRecord record) {
    Scope holder = open.stream().filter(scope -> scope.isElement).findFirst().orElse(base);
    holder.held.add(record);
    if (holder.held.size() >= MAX_HELD) {
      release(holder);
    }
  }

  private void release(Scope scope) {
    if (!scope.held.isEmpty()) {
      Map<String, String> around = around();
      around.putAll(scope.fields);
      out.accept(around, List.copyOf(scope.held));
      scope.held.clear();
    }
  }

  /** The values of all open objects; the inner count more. */
  private Map<String, String> around() {
    Map<String, String> around = new LinkedHashMap<>(base.fields);
    for (Iterator<Scope> outer = open.descendingIterator(); outer.hasNext(); ) {
      around.putAll(outer.next().fields);
    }
    return around;
  }

  /** The text broke off: what is open stays open for the messages that follow. */
  private void cutOff() {
    while (!open.isEmpty() && !(open.element().hasInner && open.element().isElement)) {
      open.pop();
    }
    if (!open.isEmpty()) {
      Scope next = new Scope(null, true);
      next.fields.putAll(around());
      next.held.addAll(open.element().held);
      open.forEach(scope -> scope.held.clear());
      open.clear();
      release(base);
      base = next;
    }
  }

  private void rejectBroken(JsonProcessingException e) {
    ledger.line();
    long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    ledger.reject(
        ledger.lines(),
        "第 %d 条记录处 JSON 断了（%s第 %d 行附近：%s），这一条没有读，从下一条接着读。请重新导出，或修好这里。"
            .formatted(
                ledger.lines(), base.held.isEmpty() ? "" : "接着读之后的", line, e.getOriginalMessage()),
        open.isEmpty() ? "" : open.element().fields.toString());
  }

  /**
   * Goes to the next object. What is skipped on the way is rejected if it holds something.
   *
   * @param isTold whether that was done already
   * @return whether there is one
   */
  private boolean skip(PushbackReader text, boolean isTold) throws IOException {
    StringBuilder skipped = new StringBuilder();
    boolean isData = false;
    int c = text.read();
    for (; c >= 0 && c != '{'; c = text.read()) {
      isData |= c == '"';
      if (skipped.length() < 2_000) {
        skipped.append((char) c);
      }
    }
    if (isData && !isTold) {
      ledger.line();
      ledger.reject(
          ledger.lines(),
          "第 %d 条记录处有一段 JSON 不在任何记录里，没有读。请重新导出，或修好这里。".formatted(ledger.lines()),
          skipped.toString());
    }
    if (c >= 0) {
      text.unread(new char[] {'[', '{'});
    }
    return c >= 0;
  }
}
