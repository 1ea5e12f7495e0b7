package com.replylinter.phrasebook;

import com.replylinter.Shop;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the phrasebook, as its file says.
 *
 * @param id stable id; also the file's path
 * @param aliases former ids
 * @param voice how it speaks, unless a wording says otherwise
 * @param kind how negation bears on it
 * @param status whether it speaks
 * @param penalties every stated value, one entry a document and period
 * @param when the circumstances under which it holds
 * @param wordings how it speaks under other circumstances; the first that holds decides
 * @param clues what betrays the offence
 * @param exceptions what clears a match of any clue
 * @param allowances what is no offence
 * @param commits what its findings commit the shop to; null if to nothing
 * @param over rules whose findings this one's replaces
 * @param examples the rule's own tests
 */
public record Rule(
    RuleId id,
    List<RuleId> aliases,
    Voice voice,
    Kind kind,
    Status status,
    List<Penalty> penalties,
    Condition when,
    List<Wording> wordings,
    List<Clue> clues,
    Exceptions exceptions,
    List<Allowance> allowances,
    @Nullable Commits commits,
    List<RuleId> over,
    List<Example> examples) {

  /** Keeps immutable copies of the lists. */
  public Rule {
    aliases = List.copyOf(aliases);
    penalties = List.copyOf(penalties);
    wordings = List.copyOf(wordings);
    clues = List.copyOf(clues);
    allowances = List.copyOf(allowances);
    over = List.copyOf(over);
    examples = List.copyOf(examples);
  }

  /** The same rule in another state. */
  Rule withStatus(Status other) {
    return new Rule(
        id,
        aliases,
        voice,
        kind,
        other,
        penalties,
        when,
        wordings,
        clues,
        exceptions,
        allowances,
        commits,
        over,
        examples);
  }

  /** Its short name, in Chinese. */
  public String title() {
    return voice.title();
  }

  /** How bad the offence is, by default. */
  public Severity severity() {
    return voice.severity();
  }

  /** What is wrong and what to do, in Chinese, by default. */
  public String message() {
    return voice.message();
  }

  /** The platform rule behind it, in Chinese, by default. */
  public String why() {
    return voice.why();
  }

  /** Compliant replies, best first, by default. */
  public List<String> rewrites() {
    return voice.rewrites();
  }

  /** Its rewrites under all circumstances. */
  public List<String> everyRewrite() {
    return Stream.concat(
            voice.rewrites().stream(),
            wordings.stream().flatMap(wording -> wording.voice().rewrites().stream()))
        .distinct()
        .toList();
  }

  /** How it speaks in a shop on a day. */
  public Voice voice(Shop shop, LocalDate day) {
    for (Wording wording : wordings) {
      if (wording.when().holds(shop, day)) {
        return wording.voice();
      }
    }
    return voice;
  }

  /** How negation bears on an offence. */
  public enum Kind {
    /** Harmless when negated: 我们不收税点. */
    OFFER,
    /** The negation is the offence, and a second one clears it: 不是不给您开票. */
    REFUSAL,
    /** Negation plays no part. */
    STATEMENT,
    /**
     * A matter of manner, not of what is said: it reminds at most once a draft, and only where no
     * offence is found; quoted words do not count; it never stops a rewrite.
     */
    STYLE,
    /** No offence but a question of the buyer that invites one; matched in his messages. */
    TRAP;

    /** The lower-case name used in phrasebook files and JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where a rule stands in its life. */
  public enum Status {
    /** Speaks. */
    STABLE,
    /** Loaded and listed, but neither matched nor self-checked yet. */
    SHADOW,
    /** Switched off by the house. */
    OFF,
    /** Kept for its id only. */
    DEPRECATED;

    /** The lower-case name used in phrasebook files and JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A pattern with the text it was written in.
   *
   * @param source the pattern as written
   * @param pattern the same, parsed
   */
  public record WrittenPattern(String source, Pattern pattern) {}

  /**
   * Patterns that betray the offence under one condition on the conversation.
   *
   * @param about a topic that must occur in the draft or the last turns; null if none
   * @param asked what the buyer's last messages must match; null if nothing
   * @param say the patterns, any of them
   * @param notice what is noticed instead, one of {@link BuiltIn#NOTICES}; null if patterns tell
   * @param times how often the shop must have said it in the conversation, the draft included
   * @param exceptions what clears a match of these patterns only
   * @param sure whether the learned model may not take its matches back
   * @param when the circumstances under which it counts
   */
  public record Clue(
      @Nullable WrittenPattern about,
      @Nullable WrittenPattern asked,
      List<WrittenPattern> say,
      @Nullable String notice,
      int times,
      Exceptions exceptions,
      boolean sure,
      Condition when) {
    /** Keeps an immutable copy of the list. */
    public Clue {
      say = List.copyOf(say);
    }
  }

  /**
   * Patterns that clear a match.
   *
   * @param near in the clauses of the match
   * @param anywhere anywhere in the draft
   * @param asked in the buyer's last messages
   * @param said in what the shop said shortly before
   * @param ownData whether it clears a match that all the numbers and addresses in it are what the
   *     buyer himself said in this conversation
   */
  public record Exceptions(
      List<WrittenPattern> near,
      List<WrittenPattern> anywhere,
      List<WrittenPattern> asked,
      List<WrittenPattern> said,
      boolean ownData) {
    /** No exceptions. */
    public static final Exceptions NONE =
        new Exceptions(List.of(), List.of(), List.of(), List.of(), false);

    /** Keeps immutable copies of the lists. */
    public Exceptions {
      near = List.copyOf(near);
      anywhere = List.copyOf(anywhere);
      asked = List.copyOf(asked);
      said = List.copyOf(said);
    }
  }

  /**
   * How a rule speaks under other circumstances.
   *
   * @param when which
   * @param voice what it says then
   */
  public record Wording(Condition when, Voice voice) {}

  /**
   * What is no offence, whatever else speaks against it, the learned model included.
   *
   * @param when under which circumstances
   * @param say patterns that clear every match they overlap
   */
  public record Allowance(Condition when, List<WrittenPattern> say) {
    /** Keeps an immutable copy of the list. */
    public Allowance {
      say = List.copyOf(say);
    }
  }
}
