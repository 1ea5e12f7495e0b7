package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.likeness.LabelledCase;
import com.replylinter.likeness.LikenessTrainer;
import com.replylinter.phrasebook.Cases;
import com.replylinter.phrasebook.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What was learned is what the cases teach; after a change, run {@code ./linter phrasebook learn
 * --phrasebook phrasebook}.
 */
class LearnedTest {

  @Test
  void theModelIsUpToDate() throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<LabelledCase> cases = Cases.read(Path.of("."), Book.get(), problems);
    Map<String, List<String>> thesaurus = Cases.thesaurus(Path.of("."), problems);
    assertEquals(List.of(), problems);
    assertArrayEquals(
        Book.SOURCE.model(),
        LikenessTrainer.train(cases, thesaurus).toBytes(),
        "run ./linter phrasebook learn --phrasebook phrasebook");
  }
}
