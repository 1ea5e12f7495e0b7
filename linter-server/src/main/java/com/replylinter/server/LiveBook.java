package com.replylinter.server;

import com.replylinter.Linter;
import com.replylinter.phrasebook.LoadResult;
import com.replylinter.phrasebook.Phrasebook;
import com.replylinter.phrasebook.PhrasebookLoader;
import com.replylinter.phrasebook.PhrasebookSource;
import com.replylinter.phrasebook.Problem;
import com.replylinter.selfcheck.SelfCheck;
import com.replylinter.selfcheck.SelfCheckResult;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The phrasebook in use: loaded, self-checked, and its segmenter warm.
 *
 * @param linter judges by the rules that passed
 * @param check how the rules' own examples fared
 */
record LiveBook(Linter linter, SelfCheckResult check) {

  /**
   * Loads and checks a phrasebook.
   *
   * @param folder where it lies; null for the bundled one
   * @throws ServerStartException if it cannot be read or has errors, with every one of them
   */
  static LiveBook load(@Nullable Path folder) throws ServerStartException {
    LoadResult loaded = PhrasebookLoader.load(source(folder));
    Phrasebook book = loaded.phrasebook().orElseThrow(() -> broken(loaded));
    Linter linter = Linter.of(book);
    linter.warmUp();
    SelfCheckResult check = SelfCheck.run(linter);
    return new LiveBook(check.failures().isEmpty() ? linter : Linter.of(check.healthy()), check);
  }

  /** The rules that speak. */
  Phrasebook phrasebook() {
    return linter.phrasebook();
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
