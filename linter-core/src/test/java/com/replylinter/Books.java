package com.replylinter;

import com.replylinter.phrasebook.LoadResult;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.Problem;
import com.replylinter.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Small phrasebooks for tests, written in the notation of the real one. */
public final class Books {
  /** Frames with a few words each, enough to test the judge. */
  public static final String FRAMES =
      """
      开头语: ['{亲|您好|不好意思|好的}']
      句末词: ['{哦|呢|的|了|哈|亲}']
      否定词: ['{不|没|别|不会|不能|无需|请勿|不要}', '-{不好意思|不错}']
      否定止: ['{就|但}']
      否定收尾: ['{不行|不可以|是违规的}']
      双重否定前: ['{不是|不会|没说}']
      别人说: ['{别家|有的店}']
      引述: ['{写着|那张}']
      警示: ['{谨防|凡是}']
      警示收尾: ['{骗子}']
      确认意思: ['{您是要|您是说}']
      疑问尾: ['{吗|?}']
      我们: ['{我们|我}']
      """;

  private Books() {}

  /** A book with the frames and these files, alternating name and content. */
  public static Phrasebook book(String... files) {
    LoadResult result = load(files);
    return result
        .phrasebook()
        .orElseThrow(
            () ->
                new AssertionError(
                    String.join("\n", result.problems().stream().map(Problem::render).toList())));
  }

  /** Loads the frames and these files, alternating name and content. */
  public static LoadResult load(String... files) {
    List<SourceFile> sources = new ArrayList<>();
    sources.add(new SourceFile("phrasebook.yaml", "released: 2026-01-02\n"));
    sources.add(new SourceFile("_words/frames.yaml", FRAMES));
    for (int i = 0; i < files.length; i += 2) {
      sources.add(new SourceFile(files[i], files[i + 1]));
    }
    return PhrasebookLoader.load(new PhrasebookSource(sources));
  }

  /** A rule file whose examples are only there to be complete. */
  public static String rule(String id, String kind, String match) {
    return """
        id: %s
        title: 测试
        severity: block
        kind: %s
        message: 测试用的规则。
        why: 测试。
        penalties:
          - {points: 6, basis: 测试, source: D0, from: 2013-01-01}
        match: %s
        rewrites: [好的，我帮您看看。]
        examples: {bad: [], good: []}
        """
        .formatted(id, kind, match);
  }
}
