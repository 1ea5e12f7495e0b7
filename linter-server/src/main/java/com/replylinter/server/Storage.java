package com.replylinter.server;

import com.replylinter.server.audit.AuditJobs;
import com.replylinter.server.audit.AuditSettings;
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
 * @param audits uploaded logs and their reports
 */
record Storage(IgnoredWords words, @Nullable FeedbackStore feedback, AuditJobs audits)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

  /**
   * What is kept in a folder.
   *
   * @param folder null to keep nothing that outlives the service
   * @param settings of audits
   * @throws ServerStartException if the folder is missing, or what is in it cannot be read
   */
  static Storage in(@Nullable Path folder, AuditSettings settings) throws ServerStartException {
    if (folder != null && !Files.isDirectory(folder)) {
      throw new ServerStartException(
          "数据文件夹不存在：" + folder, "The data folder does not exist: " + folder);
    }
    return folder == null
        ? new Storage(IgnoredWords.inMemory(), null, audits(null, settings))
        : new Storage(words(folder), feedback(folder), audits(folder, settings));
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

  private static AuditJobs audits(@Nullable Path folder, AuditSettings settings)
      throws ServerStartException {
    try {
      return AuditJobs.in(folder, settings);
    } catch (IOException e) {
      throw new ServerStartException(
          "检查聊天记录用的文件夹读写失败（" + e.getMessage() + "）",
          "The folder of audits cannot be read or written (" + e.getMessage() + ")");
    }
  }

  @Override
  public void close() {
    audits.close();
    if (feedback != null) {
      try {
        feedback.close();
      } catch (SQLException e) {
        LOG.warn("the database of feedback was not closed: {}", e.getErrorCode());
      }
    }
  }
}
