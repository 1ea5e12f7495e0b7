package com.replylinter.cli;

import com.replylinter.audit.log.LogFileException;
import java.io.IOException;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells the user what went wrong, without a stack trace.
 *
 * @param terminal where to tell it
 * @param messages in which language
 */
record Failures(Terminal terminal, Messages messages) {

  /** Arguments that make no sense. */
  int onUsageError(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    tell(describe(e));
    terminal
        .err()
        .println(messages.get("usage-error.help", command.getCommandSpec().qualifiedName()));
    return Exit.USAGE;
  }

  /** A command that could not do its work. */
  int onFailure(Exception e, CommandLine command, ParseResult result) {
    if (e instanceof CliException) {
      tell(String.valueOf(e.getMessage()));
    } else if (e instanceof LogFileException log) {
      tell(log.message(messages.locale()));
    } else if (e instanceof IOException) {
      tell(messages.get("error.io", String.valueOf(e.getMessage())));
    } else {
      tell(messages.get("error.unexpected", e.toString()));
    }
    return Exit.USAGE;
  }

  private void tell(String message) {
    terminal.err().println(messages.get("error.prefix", message));
  }

  private String describe(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return messages.get("usage-error.unknown", String.join(" ", unmatched.getUnmatched()));
    }
    if (e instanceof MissingParameterException missing) {
      return messages.get(
          "usage-error.missing",
          missing.getMissing().stream().map(Failures::label).collect(Collectors.joining(" ")));
    }
    ArgSpec arg = e.getArgSpec();
    if (arg != null) {
      return messages.get("usage-error.value", label(arg), String.valueOf(e.getValue()));
    }
    return String.valueOf(e.getMessage());
  }

  private static String label(ArgSpec arg) {
    return arg.isOption() ? ((CommandLine.Model.OptionSpec) arg).longestName() : arg.paramLabel();
  }
}
