package io.hotfleet.cli.bench;

import io.hotfleet.cli.Failure;
import java.util.List;

/// Numbers of machines as a person writes them: `1k`, `10k`, `1m`.
///
/// @param every accepted are its multiples
record Sizes(int every, int max) {
    static final Sizes REHEARSAL = new Sizes(4, 100_000);
    static final Sizes KERNEL = new Sizes(1, 10_000_000);

    private static final int THOUSAND = 1_000;

    List<Integer> read(List<String> texts) {
        return texts.stream().map(this::read).toList();
    }

    private int read(String text) {
        try {
            int unit =
                    switch (text.charAt(text.length() - 1)) {
                        case 'k' -> THOUSAND;
                        case 'm' -> THOUSAND * THOUSAND;
                        default -> 1;
                    };
            String number = unit == 1 ? text : text.substring(0, text.length() - 1);
            int machines = Math.multiplyExact(Integer.parseInt(number), unit);
            if (machines >= every && machines <= max && machines % every == 0) {
                return machines;
            }
        } catch (IndexOutOfBoundsException | NumberFormatException | ArithmeticException e) {
            // told below, with what is accepted
        }
        String multiple = every == 1 ? "a number" : "a multiple of " + every;
        throw Failure.badInput(
                "--sizes: '%s' is not %s between %d and %dk".formatted(text, multiple, every, max / THOUSAND));
    }
}
