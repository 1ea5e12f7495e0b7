package com.replylinter.cli;

import com.replylinter.phrasebook.LoadResult;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.Problem;
import com.replylinter.selfcheck.SelfCheck;
import com.replylinter.selfcheck.SelfCheckResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Opens the phrasebook that the user asked for and reports what is wrong with it.
 *
 * @param directory where it lies; null for the bundled one
 * @param terminal where to report
 * @param messages in which language
 */
record Books(@Nullable Path directory, Terminal terminal, Messages messages) {

  /**
   * The phrasebook as it is, with every problem of its files shown.
   *
   * @throws CliException if it cannot be read or has errors
   */
  Phrasebook load() {
    return load(source());
  }

  /** The phrasebook without what was learned before, which may be out of date or damaged. */
  Phrasebook loadUnlearned() {
    return load(source().unlearned());
  }

  private Phrasebook load(PhrasebookSource source) {
    LoadResult result = PhrasebookLoader.load(source);
    for (Problem problem : result.problems()) {
      terminal.err().println(problem.render());
    }
    return result
        .phrasebook()
        .orElseThrow(
            () -> new CliException(messages.get("phrasebook.broken", result.problems().size())));
  }

  /**
   * The phrasebook to lint with: a rule whose own examples fail is reported and left out. The
   * bundled one was tested when it was built.
   *
   * @throws CliException if it cannot be read or has errors
   */
  Phrasebook healthy() {
    Phrasebook loaded = load();
    if (directory == null) {
      return loaded;
    }
    SelfCheckResult result = SelfCheck.run(loaded);
    result.failures().forEach(failure -> terminal.err().println(failure.render()));
    result
        .quarantined()
        .forEach(id -> terminal.err().println(messages.get("phrasebook.quarantined", id)));
    return result.healthy();
  }

  /**
   * Its files.
   *
   * @throws CliException if they cannot be read
   */
  PhrasebookSource source() {
    if (directory == null) {
      return PhrasebookSource.bundled();
    }
    try {
      return PhrasebookSource.directory(directory);
    } catch (NoSuchFileException e) {
      throw new CliException(messages.get("phrasebook.missing", directory));
    } catch (NotDirectoryException e) {
      throw new CliException(messages.get("phrasebook.no-directory", directory));
    } catch (AccessDeniedException e) {
      throw new CliException(messages.get("phrasebook.denied", e.getFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
