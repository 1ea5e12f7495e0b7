package com.replylinter.audit.log;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be read.
 *
 * @param path a file, a directory or a zip file
 * @param name what the user calls it, and reports after him
 */
public record Input(Path path, String name) {
  /** What the user named by its path. */
  public static Input of(Path path) {
    return new Input(path, path.toString());
  }

  /** What the user named by their paths. */
  public static List<Input> of(List<Path> paths) {
    return paths.stream().map(Input::of).toList();
  }
}
