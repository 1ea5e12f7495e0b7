package com.replylinter.server;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Serves the modules of the chat plugin, whatever their names, from the class path. */
final class PluginFiles {
  private static final String FOLDER = "/web/plugin/";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.js");

  private final Map<String, Asset> files = new ConcurrentHashMap<>();

  /** {@code GET /plugin/{file}}. */
  void serve(Context ctx) {
    String name = ctx.pathParam("file");
    Asset file = files.get(name);
    if (file == null) {
      file =
          find(name)
              .orElseThrow(
                  () -> new RequestFault(Fault.NOT_FOUND, "没有这个文件。", "There is no such file."));
      files.put(name, file);
    }
    file.serve(ctx);
  }

  private static Optional<Asset> find(String name) {
    return NAME.matcher(name).matches() ? Asset.find(FOLDER + name) : Optional.empty();
  }
}
