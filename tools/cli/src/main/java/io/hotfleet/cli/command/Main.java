package io.hotfleet.cli.command;

/// Where the script `hotfleet` arrives.
final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLineFactory.create().execute(args));
    }
}
