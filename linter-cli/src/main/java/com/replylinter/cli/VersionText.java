package com.replylinter.cli;

import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What {@code --version} prints: the program's version and the phrasebook's. */
final class VersionText implements IVersionProvider {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public String[] getVersion() {
    LinterCommand root = (LinterCommand) spec.root().userObject();
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "Reply Linter " + (version == null ? "(unpacked)" : version),
      "phrasebook " + root.books().load().version()
    };
  }
}
