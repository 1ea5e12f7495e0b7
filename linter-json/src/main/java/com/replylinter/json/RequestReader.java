package com.replylinter.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.replylinter.LintRequest;
import com.replylinter.Shop;
import com.replylinter.Turn;
import com.replylinter.json.BadRequest.Kind;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.Switches;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads lint requests, strictly: what it does not know it refuses, naming the field. An optional
 * field may be {@code null}, which means absent.
 */
public final class RequestReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RequestReader() {}

  /**
   * Reads one request from UTF-8.
   *
   * @param book the phrasebook it is to be judged by
   * @throws BadRequest if the bytes are not UTF-8 or not a request
   */
  public static LintRequest read(byte[] utf8, Phrasebook book) throws BadRequest {
    return read(parse(utf8), book);
  }

  /**
   * Reads one request.
   *
   * @param book the phrasebook it is to be judged by
   * @throws BadRequest if the text is not a request
   */
  public static LintRequest read(String json, Phrasebook book) throws BadRequest {
    return read(parse(json), book);
  }

  /**
   * Reads one request that was parsed already, such as an element of an array.
   *
   * @param book the phrasebook it is to be judged by
   * @throws BadRequest if the element is not a request
   */
  public static LintRequest read(JsonNode json, Phrasebook book) throws BadRequest {
    try {
      return request(JsonObject.root(json), book.switches());
    } catch (BadRequest bad) {
      JsonNode id = json.path("id");
      throw id.isTextual() ? bad.withId(id.textValue()) : bad;
    }
  }

  /**
   * Parses any JSON value from UTF-8, with or without a byte order mark.
   *
   * @throws BadRequest if the bytes are not UTF-8 or not JSON
   */
  public static JsonNode parse(byte[] utf8) throws BadRequest {
    String json;
    try {
      json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new BadRequest(
          Kind.MALFORMED, null, "不是合法的 UTF-8 文本，请用 UTF-8 编码。", "This is not valid UTF-8.");
    }
    return parse(json);
  }

  /** What to answer to a text that is too long to be read at all. */
  public static BadRequest tooLarge(int maxBytes) {
    return new BadRequest(
        Kind.TOO_LARGE,
        null,
        "内容过长，最多 %d 字节。".formatted(maxBytes),
        "This is too long: at most %d bytes.".formatted(maxBytes));
  }

  private static JsonNode parse(String json) throws BadRequest {
    JsonNode root;
    try {
      root = JSON.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
    } catch (JsonProcessingException e) {
      // Its message would quote the text.
      JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
      throw new BadRequest(
          Kind.MALFORMED,
          null,
          "不是合法的 JSON（第 %d 行第 %d 列附近）。".formatted(at.getLineNr(), at.getColumnNr()),
          "This is not valid JSON (near line %d, column %d)."
              .formatted(at.getLineNr(), at.getColumnNr()));
    }
    if (root.isMissingNode()) {
      throw new BadRequest(
          Kind.MALFORMED, null, "内容为空，应为 JSON。", "Nothing here; JSON is expected.");
    }
    return root;
  }

  private static LintRequest request(JsonObject json, Switches switches) throws BadRequest {
    json.allowOnly("id", "draft", "conversation", "shop", "at");
    String draft = json.requiredText("draft");
    List<Turn> conversation = conversation(json);
    if (draft.isEmpty() && conversation.isEmpty()) {
      throw json.invalid(
          "draft",
          "草稿为空，请填写要检查的文字，或给出对话（conversation）。",
          "The draft is empty, and so is the conversation.");
    }
    JsonObject shop = json.object("shop");
    return new LintRequest(
        json.text("id"),
        draft,
        conversation,
        shop == null ? Shop.DEFAULT : shop(shop, switches),
        json.date("at"));
  }

  /**
   * The field {@code conversation} of an object.
   *
   * @throws BadRequest if a message is not one, or their order cannot be told
   */
  public static List<Turn> conversation(JsonObject json) throws BadRequest {
    List<JsonObject> turns = json.objects("conversation");
    List<Turn> conversation = new ArrayList<>();
    for (JsonObject turn : turns) {
      conversation.add(turn(turn));
    }
    requireOrder(turns, conversation);
    return conversation;
  }

  private static Turn turn(JsonObject json) throws BadRequest {
    json.allowOnly("role", "text", "at");
    return new Turn(json.role("role"), json.requiredText("text"), json.time("at"));
  }

  /** Messages may come in any order if each has its time; those without come in their order. */
  private static void requireOrder(List<JsonObject> turns, List<Turn> conversation)
      throws BadRequest {
    if (conversation.stream().allMatch(turn -> turn.at() != null)) {
      return;
    }
    OffsetDateTime latest = null;
    for (int i = 0; i < conversation.size(); i++) {
      OffsetDateTime at = conversation.get(i).at();
      if (at != null && latest != null && at.isBefore(latest)) {
        throw turns
            .get(i)
            .invalid(
                "at",
                "对话第 %d 句的时间比前面的早，而有的句子没有时间，分不清先后。请给每句都写上时间，或者按先后顺序发送。".formatted(i + 1),
                ("Message %d of the conversation is earlier than one before it, and others have no time,"
                        + " so their order is unknown. Give each its time, or send the oldest first.")
                    .formatted(i + 1));
      }
      latest = at == null ? latest : at;
    }
  }

  private static Shop shop(JsonObject json, Switches switches) throws BadRequest {
    json.allowOnly(
        "platform", "cod", "freeShipping", "presale", "custom", "returnExempt", "itemLinks", "off");
    return new Shop(
        json.platform("platform", Shop.DEFAULT.platform()),
        json.flag("cod", Shop.DEFAULT.cod()),
        json.flag("freeShipping", Shop.DEFAULT.freeShipping()),
        json.flag("presale", Shop.DEFAULT.presale()),
        json.flag("custom", Shop.DEFAULT.custom()),
        json.flag("returnExempt", Shop.DEFAULT.returnExempt()),
        json.texts("itemLinks"),
        off(json, switches));
  }

  /** Ids of the rules that the shop has switched off. */
  private static Set<String> off(JsonObject json, Switches switches) throws BadRequest {
    Set<String> off = new TreeSet<>();
    int index = 0;
    for (String written : json.texts("off")) {
      String field = "off/" + index++;
      List<Rule> named = switches.named(written);
      if (named.isEmpty()) {
        String shown = JsonObject.shortened(written);
        throw json.malformed(
            field,
            "没有“" + shown + "”这条规则，或这一类规则。",
            "There is no rule or family \"" + shown + "\".");
      }
      Optional<Rule> tooGrave = switches.tooGrave(written);
      if (tooGrave.isPresent()) {
        throw json.malformed(
            field,
            "只有提醒级（remind）的规则可以关闭，“" + tooGrave.get().id() + "”不是。",
            "Only reminders can be switched off; " + tooGrave.get().id() + " is none.");
      }
      named.forEach(rule -> off.add(rule.id().toString()));
    }
    return off;
  }
}
