package com.replylinter.server;

import com.replylinter.Linter;
import com.replylinter.phrasebook.LoadResult;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.Problem;
import com.replylinter.selfcheck.SelfCheck;
import com.replylinter.selfcheck.SelfCheckResult;
import com.replylinter.selfcheck.SelfCheckResult.Failure;
import com.replylinter.token.SmartcnTokenizer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The phrasebook in use: loaded, checked, and its segmenter warm.
 *
 * @param linter judges by the rules that passed
 * @param quarantined examples that failed; their rules are left out
 */
record LiveBook(Linter linter, List<Failure> quarantined) {
  /** Keeps an immutable copy of the list. */
  LiveBook {
    quarantined = List.copyOf(quarantined);
  }

  /**
   * Loads a phrasebook and runs its examples. The bundled one was checked when it was built, all of
   * its examples being tests.
   *
   * @param folder where it lies; null for the bundled one
   * @throws ServerStartException if it cannot be read or has errors, with every one of them
   */
  static LiveBook load(@Nullable Path folder) throws ServerStartException {
    CompletableFuture<Void> dictionary = CompletableFuture.runAsync(SmartcnTokenizer::load);
    LoadResult loaded = PhrasebookLoader.load(source(folder));
    Phrasebook book = loaded.phrasebook().orElseThrow(() -> broken(loaded));
    dictionary.handle((done, failure) -> null).join(); // a failure shows in every report
    return folder == null ? warm(book, List.of()) : checked(book);
  }

  private static LiveBook checked(Phrasebook book) {
    SelfCheckResult check = SelfCheck.run(book);
    return warm(check.healthy(), check.failures());
  }

  private static LiveBook warm(Phrasebook book, List<Failure> quarantined) {
    Linter linter = Linter.of(book);
    linter.warmUp();
    return new LiveBook(linter, quarantined);
  }

  /** The rules that speak. */
  Phrasebook phrasebook() {
    return linter.phrasebook();
  }

  /** Ids of the rules that were left out, in order. */
  Set<String> quarantinedRules() {
    return quarantined.stream()
        .map(failure -> failure.rule().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static PhrasebookSource source(@Nullable Path folder) throws ServerStartException {
    if (folder == null) {
      return PhrasebookSource.bundled();
    }
    try {
      return PhrasebookSource.directory(folder);
    } catch (NoSuchFileException e) {
      throw new ServerStartException(
          "话术库文件夹不存在：" + folder, "The phrasebook folder does not exist: " + folder);
    } catch (NotDirectoryException e) {
      throw new ServerStartException(
          "话术库应是一个文件夹：" + folder, "The phrasebook is not a folder: " + folder);
    } catch (IOException e) {
      throw new ServerStartException(
          "话术库读取失败：" + folder + "（" + e.getMessage() + "）",
          "The phrasebook cannot be read: " + folder + " (" + e.getMessage() + ")");
    }
  }

  private static ServerStartException broken(LoadResult loaded) {
    String problems =
        loaded.problems().stream().map(Problem::render).collect(Collectors.joining("\n"));
    int count = loaded.problems().size();
    return new ServerStartException(
        "话术库有 " + count + " 处错误，服务没有启动：\n" + problems,
        "The phrasebook has " + count + " errors, the service was not started:\n" + problems);
  }
}
