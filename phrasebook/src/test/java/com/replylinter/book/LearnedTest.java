package com.replylinter.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.replylinter.likeness.LabelledCase;
import com.replylinter.likeness.LikenessTrainer;
import com.replylinter.phrasebook.Cases;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What was packed is what the folder holds, and what was learned is what the cases teach; after a
 * change, run {@code ./linter phrasebook learn --phrasebook phrasebook}.
 */
class LearnedTest {

  @Test
  void thePackedBookIsTheFolder() {
    PhrasebookSource packed = PhrasebookSource.bundled();
    Phrasebook book = PhrasebookLoader.load(packed).phrasebook().orElseThrow();
    assertEquals(Book.get().version(), book.version());
    assertEquals(Book.get().rules(), book.rules());
    assertEquals(Book.get().words(), book.words());
    assertEquals(Book.get().platforms(), book.platforms());
    assertArrayEquals(Book.SOURCE.model(), packed.model());
  }

  @Test
  void theModelIsUpToDate() throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<LabelledCase> cases = Cases.read(Book.FOLDER, Book.get(), problems);
    Map<String, List<String>> thesaurus = Cases.thesaurus(Book.FOLDER, problems);
    assertEquals(List.of(), problems);
    assertArrayEquals(
        Book.SOURCE.model(),
        LikenessTrainer.train(cases, thesaurus, Book.get().variants()).toBytes(),
        "run ./linter phrasebook learn --phrasebook phrasebook");
  }
}
