package com.replylinter.phrasebook;

import com.replylinter.Platform;
import com.replylinter.normalize.Renames;
import com.replylinter.normalize.TextNormalizer;
import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads {@code _platforms/<platform>.yaml}, one platform a file. */
final class PlatformReader {
  /** Where the files lie. */
  static final String FOLDER = "_platforms/";

  private static final Set<String> FIELDS =
      new TreeSet<>(Set.of("name", "applies", "sources", "hosts", "reads", "writes"));

  private final Map<Platform, PlatformProfile> profiles = new EnumMap<>(Platform.class);
  private final List<YamlNode> named = new ArrayList<>();

  void read(SourceFile file, YamlNode root) {
    String label = file.name().substring(FOLDER.length()).replace(".yaml", "");
    Optional<Platform> platform = Platform.of(label);
    if (platform.isEmpty()) {
      root.problem("没有叫“" + label + "”的平台；文件名可以是：" + String.join("、", Platform.labels()));
    }
    YamlNode.Fields fields = root.fields(FIELDS);
    named.addAll(fields.items("applies"));
    PlatformProfile profile =
        new PlatformProfile(
            fields.text("name"),
            texts(fields.items("applies")),
            texts(RuleReader.sources(fields.items("sources"))),
            new Hosts(List.copyOf(texts(fields.items("hosts")))),
            renames(fields.get("reads"), TextNormalizer::fold),
            renames(fields.get("writes"), UnaryOperator.identity()));
    platform.ifPresent(known -> profiles.put(known, profile));
  }

  /** The platforms read, after reporting every rule or family that they name in vain. */
  Map<Platform, PlatformProfile> profiles(Set<RuleId> rules) {
    Set<String> known = new HashSet<>();
    for (RuleId id : rules) {
      known.add(id.family());
      known.add(id.toString());
    }
    for (YamlNode node : named) {
      if (!known.contains(node.text())) {
        node.problem("没有“" + node.text() + "”这个类别或规则");
      }
    }
    return profiles;
  }

  private static Set<String> texts(List<YamlNode> nodes) {
    Set<String> texts = new TreeSet<>();
    nodes.forEach(node -> texts.add(node.text()));
    return texts;
  }

  private static Renames renames(@Nullable YamlNode node, UnaryOperator<String> fold) {
    if (node == null) {
      return Renames.NONE;
    }
    Map<String, String> words = new TreeMap<>();
    node.fields()
        .all()
        .forEach(
            (word, meaning) -> {
              if (fold.apply(word).isEmpty()) {
                meaning.problem("“" + word + "”里没有可以匹配的字");
              } else {
                words.put(fold.apply(word), fold.apply(meaning.text()));
              }
            });
    return Renames.of(words);
  }
}
