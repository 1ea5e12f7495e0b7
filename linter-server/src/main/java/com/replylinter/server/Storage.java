package com.replylinter.server;

import com.replylinter.server.feedback.FeedbackStore;
import com.replylinter.server.languagetool.IgnoredWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the service keeps beyond a request.
 *
 * @param words what LanguageTool's users do not want to hear of
 * @param feedback what agents told; null where there is no folder to keep it in
 */
record Storage(IgnoredWords words, @Nullable FeedbackStore feedback) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

  /** Nothing that outlives the service. */
  static Storage none() {
    return new Storage(IgnoredWords.inMemory(), null);
  }

  /**
   * What is kept in a folder.
   *
   * @param folder null to keep nothing
   * @throws ServerStartException if the folder is missing, or what is in it cannot be read
   */
  static Storage in(@Nullable Path folder) throws ServerStartException {
    if (folder == null) {
      return none();
    }
    if (!Files.isDirectory(folder)) {
      throw new ServerStartException(
          "数据文件夹不存在：" + folder, "The data folder does not exist: " + folder);
    }
    return new Storage(words(folder), feedback(folder));
  }

  private static IgnoredWords words(Path folder) throws ServerStartException {
    try {
      return IgnoredWords.in(folder);
    } catch (IOException e) {
      throw new ServerStartException(
          "忽略词读取失败：" + folder + "（" + e.getMessage() + "）",
          "The ignored words cannot be read: " + folder + " (" + e.getMessage() + ")");
    }
  }

  private static FeedbackStore feedback(Path folder) throws ServerStartException {
    try {
      return FeedbackStore.open(folder);
    } catch (SQLException e) {
      String file = folder.resolve(FeedbackStore.FILE).toString();
      throw new ServerStartException(
          "反馈数据库打不开：" + file + "（" + e.getMessage() + "）",
          "The database of feedback cannot be opened: " + file + " (" + e.getMessage() + ")");
    }
  }

  @Override
  public void close() {
    if (feedback != null) {
      try {
        feedback.close();
      } catch (SQLException e) {
        LOG.warn("the database of feedback was not closed: {}", e.getErrorCode());
      }
    }
  }
}
