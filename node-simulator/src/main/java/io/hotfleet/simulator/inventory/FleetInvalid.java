package io.hotfleet.simulator.inventory;

/// A file that cannot be read as a fleet. The message is one line: file, line, place, what is wrong, what is accepted.
public final class FleetInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MESSAGE_CHARS_MAX = 1_000;

    public FleetInvalid(String message) {
        super(oneLine(message));
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= MESSAGE_CHARS_MAX ? line : line.substring(0, MESSAGE_CHARS_MAX) + "…";
    }
}
