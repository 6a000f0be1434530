package io.hotfleet.licensing.web;

/// Which part of a list is asked for: at most `limit` items behind the key `after`.
public record Paging(String after, int limit) {
    public static final int LIMIT_MAX = 1000;

    public static Paging of(String after, String limit) {
        String start = after == null ? "" : after;
        return new Paging(Names.key("after", start), limit == null || limit.isBlank() ? LIMIT_MAX : checked(limit));
    }

    /// One more than asked for, so that the last page is known as such.
    public int fetch() {
        return limit + 1;
    }

    private static int checked(String limit) {
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= LIMIT_MAX) {
                return number;
            }
        } catch (NumberFormatException _) {
            // answered below, like a number out of range
        }
        throw new BadInput("limit", "'" + limit + "' is not a number from 1 to " + LIMIT_MAX + ".");
    }
}
