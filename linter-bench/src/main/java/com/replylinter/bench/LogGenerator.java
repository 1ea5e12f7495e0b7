package com.replylinter.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Writes a log of invented talk in the linter's own shape, a conversation a line; the same for the
 * same number of messages.
 *
 * <p>A conversation is a greeting, a few exchanges from the phrasebook's labelled cases, some of
 * them about goods, and quick replies in between. Nearly all replies are harmless. Some questions
 * are asked far more often than others, as in real shops.
 */
public final class LogGenerator {
  private static final long SEED = 20261126;

  /** Of so many replies that are no quick ones, one is a labelled offence. */
  private static final int OFFENCE = 40;

  /** How much the frequent questions stand out: 1 would make all alike. */
  private static final double SKEW = 2.5;

  private static final int AGENTS = 60;
  private static final int DAYS = 14;
  private static final OffsetDateTime FIRST =
      OffsetDateTime.of(2026, 11, 2, 8, 0, 0, 0, ZoneOffset.ofHours(8));
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private static final List<String> OPENINGS = List.of("在吗", "你好", "亲在不在", "有人吗", "您好");
  private static final List<String> WELCOMES =
      List.of("您好，欢迎光临，请问有什么可以帮您？", "亲，在的，请问有什么可以帮到您～", "在的呢，您请说", "您好，很高兴为您服务");
  private static final List<String> FILLERS =
      List.of("好的亲", "稍等一下哦，我帮您看看", "嗯嗯", "好的，这就为您查", "亲，麻烦您稍等", "不客气呢");
  private static final List<String> CLOSINGS =
      List.of("感谢您的支持，祝您生活愉快～", "还有其他问题随时联系我们哦", "好的亲，有需要再叫我", "不客气，祝您购物愉快！");

  private final Random random = new Random(SEED);
  private final List<Case> harmless = new ArrayList<>();
  private final List<Case> offences = new ArrayList<>();

  /** A reply and the messages before it, each beginning with B for the buyer or A for the shop. */
  private record Case(List<String> before, String reply) {}

  private record Said(boolean buyer, String text) {}

  /**
   * Writes the log.
   *
   * @param args folder of labelled cases, number of messages, file
   * @throws IOException if reading or writing fails
   */
  public static void main(String[] args) throws IOException {
    LogGenerator generator = new LogGenerator();
    generator.read(Path.of(args[0]));
    generator.write(Long.parseLong(args[1]), Path.of(args[2]));
  }

  private void read(Path cases) throws IOException {
    try (Stream<Path> files = Files.list(cases)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".tsv")).sorted().toList()) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          String[] cells = line.split("\t", -1);
          if (cells.length == 3 && !cells[2].isBlank()) {
            (cells[0].equals("-") ? harmless : offences).add(new Case(before(cells[1]), cells[2]));
          }
        }
      }
    }
    Collections.shuffle(harmless, random);
    Collections.shuffle(offences, random);
  }

  private static List<String> before(String cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    if (!cell.startsWith("买:") && !cell.startsWith("客:")) {
      return List.of("B" + cell);
    }
    List<String> turns = new ArrayList<>();
    for (String turn : cell.split("\\|(?=[买客]:)", -1)) {
      turns.add((turn.startsWith("买:") ? "B" : "A") + turn.substring(2));
    }
    return turns;
  }

  private void write(long count, Path file) throws IOException {
    JsonFactory factory = new JsonFactory();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        JsonGenerator json = factory.createGenerator(out)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      long left = count;
      for (int number = 1; left > 0; number++) {
        List<Said> talk = talk();
        List<Said> kept = talk.subList(0, (int) Math.min(left, talk.size()));
        left -= kept.size();
        write(number, kept, json);
      }
      json.writeRaw('\n');
    }
  }

  private List<Said> talk() {
    List<Said> talk = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      talk.add(new Said(true, pick(OPENINGS)));
      talk.add(new Said(false, pick(WELCOMES)));
    }
    int exchanges = 1 + random.nextInt(4);
    for (int i = 0; i < exchanges; i++) {
      Case next = random.nextInt(OFFENCE) == 0 ? frequent(offences) : frequent(harmless);
      for (String turn : next.before()) {
        talk.add(new Said(turn.charAt(0) == 'B', turn.substring(1)));
      }
      if (random.nextInt(3) == 0) {
        talk.add(new Said(false, pick(FILLERS)));
      }
      talk.add(new Said(false, next.reply()));
    }
    if (random.nextInt(2) == 0) {
      talk.add(new Said(true, "好的谢谢"));
      talk.add(new Said(false, pick(CLOSINGS)));
    }
    return talk;
  }

  private void write(int number, List<Said> talk, JsonGenerator json) throws IOException {
    String agent =
        "青禾旗舰店:客服%02d".formatted(1 + (int) (AGENTS * Math.pow(random.nextDouble(), 1.5)));
    String buyer = "tb%08d".formatted(random.nextInt(100_000_000));
    OffsetDateTime at =
        FIRST
            .plusDays(random.nextInt(DAYS))
            .plusSeconds((int) (54_000 * (random.nextDouble() + random.nextDouble()) / 2));
    json.writeStartObject();
    json.writeStringField("id", "s%07d".formatted(number));
    json.writeArrayFieldStart("messages");
    for (Said said : talk) {
      json.writeStartObject();
      json.writeStringField("role", said.buyer() ? "buyer" : "agent");
      json.writeStringField("sender", said.buyer() ? buyer : agent);
      json.writeStringField("text", said.text());
      json.writeStringField("at", TIME.format(at));
      json.writeEndObject();
      at = at.plusSeconds(5 + random.nextInt(40));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private String pick(List<String> texts) {
    return texts.get((int) (texts.size() * Math.pow(random.nextDouble(), 2)));
  }

  private Case frequent(List<Case> cases) {
    return cases.get((int) (cases.size() * Math.pow(random.nextDouble(), SKEW)));
  }
}
