package io.hotfleet.scenarios.command;

import io.hotfleet.cli.command.CommandLineFactory;

/// Where the script `hotfleet` arrives with `scenario`.
final class Main {
    private Main() {}

    public static void main(String[] args) {
        // what the client of the API server has to say is in its exceptions
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(CommandLineFactory.create(new ScenarioCommand()).execute(args));
    }
}
