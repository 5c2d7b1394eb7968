package dev.erpsync.server;

import picocli.CommandLine.IVersionProvider;

/** The version that the build writes into the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"erpsync-server " + (version == null ? "(not built)" : version)};
  }
}
