package io.hotfleet.cli.client;

import java.time.YearMonth;
import java.util.List;

/// What `rehearse` asks for.
///
/// @param releases null without an overlay
public record RehearsalRequest(List<InputFile> files, InputFile releases, Period period, Options options) {

    public record Period(YearMonth from, YearMonth to) {}

    /// @param pricePlan null for the service's default
    /// @param strict whether a file or a row that cannot be read stops the others
    public record Options(long seed, int runs, String pricePlan, boolean detail, boolean strict) {}
}
