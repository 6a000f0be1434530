package io.hotfleet.cli.client;

import java.time.YearMonth;
import java.util.List;

/// What `rehearse` asks for.
///
/// @param releases null without an overlay
/// @param pricePlan null for the service's default
public record RehearsalRequest(List<InputFile> files, InputFile releases, Period period, Options options) {

    public record Period(YearMonth from, YearMonth to) {}

    public record Options(long seed, int runs, String pricePlan, boolean detail) {}
}
