package com.replylinter.phrasebook;

import com.replylinter.Shop;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the phrasebook, as its file says.
 *
 * @param id stable id; also the file's path
 * @param aliases former ids
 * @param title short name, in Chinese
 * @param severity how bad the offence is
 * @param kind how negation bears on it
 * @param status whether it speaks
 * @param message what is wrong and what to do, in Chinese
 * @param why the platform rule behind it, in Chinese
 * @param penalties every stated value, one entry a document and period
 * @param shop the shop settings it needs
 * @param clues what betrays the offence
 * @param exceptions what clears a match of any clue
 * @param over rules whose findings this one's replaces
 * @param rewrites compliant replies, best first
 * @param examples the rule's own tests
 */
public record Rule(
    RuleId id,
    List<RuleId> aliases,
    String title,
    Severity severity,
    Kind kind,
    Status status,
    String message,
    String why,
    List<Penalty> penalties,
    ShopCondition shop,
    List<Clue> clues,
    Exceptions exceptions,
    List<RuleId> over,
    List<String> rewrites,
    List<Example> examples) {

  /** Keeps immutable copies of the lists. */
  public Rule {
    aliases = List.copyOf(aliases);
    penalties = List.copyOf(penalties);
    clues = List.copyOf(clues);
    over = List.copyOf(over);
    rewrites = List.copyOf(rewrites);
    examples = List.copyOf(examples);
  }

  /** The same rule in another state. */
  Rule withStatus(Status other) {
    return new Rule(
        id,
        aliases,
        title,
        severity,
        kind,
        other,
        message,
        why,
        penalties,
        shop,
        clues,
        exceptions,
        over,
        rewrites,
        examples);
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
    STYLE;

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
   */
  public record Clue(
      @Nullable WrittenPattern about,
      @Nullable WrittenPattern asked,
      List<WrittenPattern> say,
      @Nullable String notice,
      int times,
      Exceptions exceptions) {
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
   */
  public record Exceptions(
      List<WrittenPattern> near,
      List<WrittenPattern> anywhere,
      List<WrittenPattern> asked,
      List<WrittenPattern> said) {
    /** No exceptions. */
    public static final Exceptions NONE =
        new Exceptions(List.of(), List.of(), List.of(), List.of());

    /** Keeps immutable copies of the lists. */
    public Exceptions {
      near = List.copyOf(near);
      anywhere = List.copyOf(anywhere);
      asked = List.copyOf(asked);
      said = List.copyOf(said);
    }
  }

  /**
   * The shop settings a rule needs; null means either value will do.
   *
   * @param cod whether cash on delivery must be open
   * @param freeShipping whether goods must ship free
   * @param presale whether the order must be a presale
   */
  public record ShopCondition(
      @Nullable Boolean cod, @Nullable Boolean freeShipping, @Nullable Boolean presale) {
    /** Every shop. */
    public static final ShopCondition ANY = new ShopCondition(null, null, null);

    /** Whether {@code shop} meets it. */
    public boolean holdsFor(Shop shop) {
      return agrees(cod, shop.cod())
          && agrees(freeShipping, shop.freeShipping())
          && agrees(presale, shop.presale());
    }

    private static boolean agrees(@Nullable Boolean wanted, boolean actual) {
      return wanted == null || wanted == actual;
    }
  }
}
