package com.replylinter.phrasebook;

import com.replylinter.normalize.NormalizedText;
import com.replylinter.normalize.Renames;
import java.util.Set;

/**
 * What differs on one platform. The rules are written for Tmall; elsewhere some of them hold, under
 * other names.
 *
 * @param name in Chinese
 * @param applies families and ids of the rules that hold there; empty if all do
 * @param sources the documents whose penalties count there; empty if all do
 * @param hosts whose links are the platform's own
 * @param reads what a word said there would be on Tmall
 * @param writes what a word of the rules' texts is there
 */
public record PlatformProfile(
    String name,
    Set<String> applies,
    Set<String> sources,
    Hosts hosts,
    Renames reads,
    Renames writes) {
  /** A platform of which the phrasebook says nothing: all rules hold as they are. */
  public static final PlatformProfile PLAIN =
      new PlatformProfile("", Set.of(), Set.of(), Hosts.NONE, Renames.NONE, Renames.NONE);

  /** Keeps immutable copies of the sets. */
  public PlatformProfile {
    applies = Set.copyOf(applies);
    sources = Set.copyOf(sources);
  }

  /** Whether a rule holds there. */
  public boolean applies(RuleId rule) {
    return applies.isEmpty()
        || applies.contains(rule.family())
        || applies.contains(rule.toString());
  }

  /** Whether a penalty counts there. */
  public boolean counts(Penalty penalty) {
    return sources.isEmpty() || sources.contains(penalty.source());
  }

  /** A text as it would be worded on Tmall. */
  public NormalizedText read(NormalizedText text) {
    return reads.in(text);
  }

  /** A text of the rules as it is worded there. */
  public String write(String text) {
    return writes.in(text);
  }

  /** What a rule says there. */
  public Voice write(Voice voice) {
    return writes.isEmpty()
        ? voice
        : new Voice(
            voice.severity(),
            write(voice.title()),
            write(voice.message()),
            write(voice.why()),
            voice.rewrites().stream().map(this::write).toList());
  }
}
