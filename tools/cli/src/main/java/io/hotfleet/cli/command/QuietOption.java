package io.hotfleet.cli.command;

import picocli.CommandLine.Option;

/// Shared by all commands that show progress.
final class QuietOption {

    @Option(
            names = {"-q", "--quiet"},
            description = "no progress on standard error")
    private boolean quiet;

    boolean on() {
        return quiet;
    }
}
