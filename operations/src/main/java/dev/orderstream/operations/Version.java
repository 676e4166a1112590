package dev.orderstream.operations;

import picocli.CommandLine.IVersionProvider;

/// Reads the version off the jar.
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"orderstream " + (version == null ? "(from classes)" : version)};
    }
}
