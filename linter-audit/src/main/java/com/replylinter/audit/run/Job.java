package com.replylinter.audit.run;

import com.replylinter.audit.log.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/**
 * What is audited and how, as far as it decides what reports say.
 *
 * @param phrasebook version of the phrasebook
 */
record Job(AuditOptions options, String phrasebook) {

  /** All of it as one text, to be compared with that of an earlier run. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder(phrasebook);
    Filter filter = options.filter();
    text.append('\n').append(options.reading());
    text.append('\n').append(filter.since()).append(' ').append(filter.until());
    text.append('\n').append(new TreeSet<>(filter.agents()));
    text.append('\n').append(new TreeSet<>(filter.rules()));
    text.append('\n').append(options.asOf()).append(' ').append(options.mask());
    text.append('\n').append(options.shop());
    for (Input input : Positions.files(options.inputs())) {
      Path file = input.path();
      text.append('\n').append(file).append(' ').append(Files.size(file)).append(' ');
      text.append(Files.getLastModifiedTime(file));
    }
    return text.toString();
  }
}
