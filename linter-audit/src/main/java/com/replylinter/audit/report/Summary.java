package com.replylinter.audit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.replylinter.audit.log.FileAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found, counted: {@code summary.json}. It says nothing of when or how fast it ran,
 * so that two audits of the same logs are the same.
 *
 * @param complete whether everything was audited; false if the run was stopped
 * @param settings by what it was judged
 * @param conversations how many were read
 * @param messages how many were read, of everybody
 * @param total everything together
 * @param families by family of rules, gravest first
 * @param rules by rule, gravest first
 * @param agents by agent, most findings per 1 000 messages first
 * @param days by day in China, oldest first
 * @param undated messages whose time the export does not tell
 * @param hours by day of the week, Monday first, and hour
 * @param agentDays by agent, in the order of {@code agents}, and day, in that of {@code days}
 * @param canned replies that caused findings more than once, gravest first
 * @param worst the conversations that cost most
 * @param accounts what became of every line of the files; empty if the run was stopped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(
    boolean complete,
    Settings settings,
    long conversations,
    long messages,
    Count total,
    List<Family> families,
    List<RuleCount> rules,
    List<AgentCount> agents,
    List<DayCount> days,
    Count undated,
    List<List<Count>> hours,
    List<AgentDay> agentDays,
    List<Canned> canned,
    List<Worst> worst,
    List<Account> accounts) {

  /** By what it was judged. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Settings(
      String phrasebook,
      String platform,
      @Nullable String asOf,
      @Nullable String since,
      @Nullable String until,
      List<String> agents,
      List<String> rules,
      boolean masked) {}

  /** A family of rules; {@code name} is what supervisors call it. */
  public record Family(String family, String name, Count count) {}

  /** One rule. */
  public record RuleCount(String rule, String title, Count count) {}

  /** One agent, with his findings per 1 000 judged messages. */
  public record AgentCount(String agent, double perThousand, Count count) {}

  /** One day, as {@code 2026-11-22}. */
  public record DayCount(String day, Count count) {}

  /** One agent on one day, as indexes into the lists of both. */
  public record AgentDay(int agent, int day, long judged) {}

  /**
   * A reply that was sent again and again.
   *
   * @param text its wording the first time
   * @param sent how often it was sent and had findings
   * @param count what was found in it, all together
   * @param conversations in how many conversations
   * @param agents who sent it, the first few
   * @param rules ids of the rules it breaks
   * @param rewritten what to send instead; null if nothing clean was found
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Canned(
      String text,
      long sent,
      Count count,
      long conversations,
      List<String> agents,
      List<String> rules,
      @Nullable String rewritten) {}

  /**
   * A conversation with grave findings.
   *
   * @param id its name
   * @param file where it was read
   * @param count what was found in it
   * @param messages its messages around the findings
   */
  public record Worst(String id, String file, Count count, List<Said> messages) {}

  /**
   * One message of such a conversation.
   *
   * @param turn its place, counted from 0
   * @param findings what is wrong with it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Said(
      int turn,
      String role,
      String sender,
      @Nullable String at,
      String text,
      List<Mark> findings,
      @Nullable String rewritten) {}

  /** Offending words: UTF-16 code units of the text, and the rule they break. */
  public record Mark(
      int start, int end, String rule, String title, String severity, String message) {}

  /** What became of the lines of a file: {@link FileAccount} with its encoding's name. */
  public record Account(
      String file,
      String layout,
      String charset,
      long lines,
      long messages,
      long continuations,
      long noise,
      long rejected) {

    /** The same with the encoding's name. */
    public static Account of(FileAccount file) {
      return new Account(
          file.file(),
          file.layout(),
          file.charset().name(),
          file.lines(),
          file.messages(),
          file.continuations(),
          file.noise(),
          file.rejected());
    }
  }
}
