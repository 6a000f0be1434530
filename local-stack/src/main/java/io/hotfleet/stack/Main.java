package io.hotfleet.stack;

import io.hotfleet.stack.command.CommandLineFactory;

/// Where the script `hotfleet` arrives.
final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLineFactory.create().execute(args));
    }
}
