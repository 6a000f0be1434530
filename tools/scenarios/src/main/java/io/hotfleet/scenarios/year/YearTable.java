package io.hotfleet.scenarios.year;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The three clusters side by side, as text.
final class YearTable {

    private static final String ROW = "%-28s %18s %18s %18s%n";

    private YearTable() {}

    /// @param results of A, B and C
    static String of(List<YearResult> results) {
        StringBuilder table = new StringBuilder();
        row(table, "2025", results, result -> result.variant().title());
        row(table, "restarts of each pod", results, result -> result.restarts().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" ")));
        row(table, "requests", results, result -> number(result.seen().requests()));
        row(table, "failed requests", results, result -> number(result.seen().requestsFailed()));
        row(table, "broken sessions", results, result -> number(result.seen().sessionsBroken()));
        row(
                table,
                "sessions handed over",
                results,
                result -> number(result.seen().sessionsMoved()));
        row(table, "longest outage, ms", results, result -> number(result.seen().longestOutageMs()));
        row(table, "role moves", results, result -> number(result.seen().roleMoves()));
        row(table, "quorum losses", results, result -> number(result.seen().quorumLosses()));
        row(
                table,
                "answers of a former owner",
                results,
                result -> number(result.seen().termsGoneBack()));
        row(
                table,
                "client stood still, ms",
                results,
                result -> number(result.seen().longestStallMs()));
        return table.toString();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static void row(
            StringBuilder table, String what, List<YearResult> results, Function<YearResult, String> of) {
        Object[] cells = {what, of.apply(results.get(0)), of.apply(results.get(1)), of.apply(results.get(2))};
        table.append(String.format(Locale.ROOT, ROW, cells));
    }
}
