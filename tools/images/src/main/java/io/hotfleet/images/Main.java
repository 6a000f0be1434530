package io.hotfleet.images;

import io.hotfleet.cli.command.CommandLineFactory;

/// Where the script `hotfleet` arrives with `images`.
final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLineFactory.create(new ImagesCommand()).execute(args));
    }
}
