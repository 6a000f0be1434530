package io.hotfleet.simulator.upload;

import io.hotfleet.simulator.web.Refused;

/// How many items a page holds.
public final class Paging {
    private static final int LIMIT_DEFAULT = 100;
    private static final int LIMIT_MAX = 1_000;

    private Paging() {}

    /// @param text null for the default
    public static int limit(String text) {
        if (text == null) {
            return LIMIT_DEFAULT;
        }
        if (text.matches("\\d{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LIMIT_MAX) {
                return limit;
            }
        }
        throw Refused.field("limit", "'" + text + "' is not accepted; a whole number from 1 to " + LIMIT_MAX + " is");
    }
}
