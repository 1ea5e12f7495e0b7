package com.replylinter.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented logs in the linter's own shape. */
public final class Logs {
  /** A reply that breaks a rule whatever was said before. */
  public static final String TAX = "亲，开发票要加6个点的税点哦";

  private static final List<String> QUESTIONS =
      List.of("在吗", "能开发票吗", "什么时候发货", "可以便宜点吗", "尺码怎么选", "我的电话是13812345678，别弄错");

  private static final List<String> REPLIES =
      List.of(
          "在的，请问有什么可以帮您",
          "有货的亲，可以直接拍",
          "您平时穿M码的话就拍M码",
          "页面上写的时间内为您安排发出",
          "发票免费开的，您把抬头发我",
          "这款卖得不错的",
          "好的亲",
          TAX,
          "您加我微信吧，号码wx88990011",
          "开不了哦亲");

  private Logs() {}

  /** A message a line. */
  public static String line(
      String conversation, String role, String sender, String text, String at) {
    return "{\"conversation\":\"%s\",\"role\":\"%s\",\"sender\":\"%s\",\"text\":\"%s\",\"at\":\"%s\"}\n"
        .formatted(conversation, role, sender, text, at);
  }

  /** Writes talk of so many conversations, the same every time. */
  public static Path write(Path file, int conversations) {
    Random random = new Random(7);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < conversations; i++) {
      String id = "c" + i;
      String agent = "青禾旗舰店:客服" + random.nextInt(5);
      String buyer = "tb_buyer" + random.nextInt(1_000);
      int turns = 2 + random.nextInt(8);
      for (int turn = 0; turn < turns; turn++) {
        String at =
            "2026-11-%02dT%02d:%02d:00+08:00"
                .formatted(1 + i % 14, 9 + random.nextInt(12), turn * 2);
        boolean asks = turn % 2 == 0;
        List<String> texts = asks ? QUESTIONS : REPLIES;
        String text = texts.get((int) (texts.size() * Math.pow(random.nextDouble(), 2)));
        log.append(line(id, asks ? "buyer" : "agent", asks ? buyer : agent, text, at));
      }
    }
    return write(file, log.toString());
  }

  /** Writes a file. */
  public static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What lies in a folder of reports, by name, but for notes of the run. */
  public static List<String> contents(Path folder) {
    List<String> contents = new ArrayList<>();
    for (String name :
        List.of(
            "findings.jsonl",
            "findings.csv",
            "findings.sarif",
            "summary.json",
            "report.html",
            "rejects.jsonl")) {
      try {
        contents.add(name + "\n" + Files.readString(folder.resolve(name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return contents;
  }
}
