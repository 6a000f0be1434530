package io.hotfleet.scenarios.command;

import io.hotfleet.cli.command.CommandLineFactory;

/// Where the script `hotfleet` arrives with `scenario`.
final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLineFactory.create(new ScenarioCommand()).execute(args));
    }
}
