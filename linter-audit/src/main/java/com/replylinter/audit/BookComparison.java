package com.replylinter.audit;

import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.finding.Finding;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.Rule;
import com.replylinter.phrasebook.RuleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges conversations with two phrasebooks and tells where they differ, by message and rule. Of
 * several findings of one rule in one message the gravest counts. A rule that the new book knows
 * under another name is the same rule.
 *
 * <p>Immutable and thread-safe.
 */
public final class BookComparison {
  private final ConversationAuditor before;
  private final ConversationAuditor after;
  private final Map<RuleId, RuleId> renamed;

  /**
   * A comparison for one shop.
   *
   * @param before the phrasebook as it was
   * @param after the phrasebook as it is to be
   * @param shop the shop's settings
   * @param asOf the day whose rules count; null means the day of each message, or today where it
   *     has none
   */
  public BookComparison(Phrasebook before, Phrasebook after, Shop shop, @Nullable LocalDate asOf) {
    this.before = new ConversationAuditor(Linter.of(before), shop, asOf);
    this.after = new ConversationAuditor(Linter.of(after), shop, asOf);
    Map<RuleId, RuleId> names = new HashMap<>();
    for (Rule rule : after.rules()) {
      rule.aliases().forEach(alias -> names.put(alias, rule.id()));
    }
    this.renamed = Map.copyOf(names);
  }

  /** Where the books differ in a conversation, in the order of its messages. */
  public List<Difference> compare(LogConversation conversation) {
    Map<Integer, Map<RuleId, Finding>> old = gravest(before.audit(conversation));
    Map<Integer, Map<RuleId, Finding>> now = gravest(after.audit(conversation));
    List<Difference> differences = new ArrayList<>();
    for (int message = 0; message < conversation.messages().size(); message++) {
      Map<RuleId, Finding> were = old.getOrDefault(message, Map.of());
      Map<RuleId, Finding> are = now.getOrDefault(message, Map.of());
      Set<RuleId> rules = new TreeSet<>(were.keySet());
      rules.addAll(are.keySet());
      for (RuleId rule : rules) {
        Finding was = were.get(rule);
        Finding is = are.get(rule);
        if (was == null || is == null || was.severity() != is.severity()) {
          differences.add(new Difference(rule, conversation, message, was, is));
        }
      }
    }
    return differences;
  }

  /** How many messages of a conversation are judged. */
  public static long judged(LogConversation conversation) {
    return conversation.messages().stream().filter(ConversationAuditor::isJudged).count();
  }

  private Map<Integer, Map<RuleId, Finding>> gravest(List<AuditedFinding> findings) {
    Map<Integer, Map<RuleId, Finding>> gravest = new HashMap<>();
    for (AuditedFinding found : findings) {
      Finding finding = found.finding();
      gravest
          .computeIfAbsent(found.message(), unused -> new LinkedHashMap<>())
          .merge(
              renamed.getOrDefault(finding.rule(), finding.rule()),
              finding,
              (one, other) -> other.severity().compareTo(one.severity()) > 0 ? other : one);
    }
    return gravest;
  }

  /** Kinds of differences. */
  public enum Kind {
    /** The new book finds what the old one did not. */
    CAUGHT,
    /** The old book found what the new one does not. */
    LOST,
    /** Both find it, with other severities. */
    SEVERITY
  }

  /**
   * Where the books differ about one message; one of the findings may be null, not both.
   *
   * @param rule by its name in the new book, if that has it
   * @param conversation where
   * @param message index of the message in it, counted from 0
   * @param before what the old book found
   * @param after what the new book finds
   */
  public record Difference(
      RuleId rule,
      LogConversation conversation,
      int message,
      @Nullable Finding before,
      @Nullable Finding after) {
    /** Rejects two that agree to be silent. */
    public Difference {
      if (before == null && after == null) {
        throw new IllegalArgumentException("no difference");
      }
    }

    /** In what they differ. */
    public Kind kind() {
      return before == null ? Kind.CAUGHT : after == null ? Kind.LOST : Kind.SEVERITY;
    }

    /** What the new book finds, or else what the old one found. */
    public Finding finding() {
      Finding now = after;
      return now != null ? now : Objects.requireNonNull(before);
    }

    /** The message. */
    public LogMessage said() {
      return conversation.messages().get(message);
    }
  }
}
