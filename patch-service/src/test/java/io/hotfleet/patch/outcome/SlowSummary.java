package io.hotfleet.patch.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.postgres.Minutes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A summary of a history by plain loops: slow, and too simple to be wrong in the same way.
final class SlowSummary {
    private static final int HOTPATCHED = 0;
    private static final int RESTARTED = 1;
    private static final int FAILED = 2;
    private static final int INTERRUPTION_SECONDS = 30;

    private final Catalogue catalogue;
    private final List<Event> events;

    /// A row of the history, and its machine's product.
    record Event(
            int machine,
            int seq,
            String product,
            long at,
            int outcome,
            boolean fix,
            String kb,
            int roles,
            int drainSeconds,
            int downSeconds) {
        boolean installs() {
            return !fix && (outcome == HOTPATCHED || outcome == RESTARTED);
        }

        boolean movesRoles() {
            return roles > 0 && (outcome == RESTARTED || outcome == FAILED && drainSeconds > 0);
        }

        boolean isOf(int first, int last) {
            return machine >= first && machine <= last;
        }
    }

    SlowSummary(Catalogue catalogue, List<Event> events) {
        this.catalogue = catalogue;
        this.events = events;
    }

    long installed() {
        return events.stream().filter(Event::installs).count();
    }

    long restarts(int first, int last) {
        return events.stream()
                .filter(event -> event.isOf(first, last) && event.outcome() == RESTARTED)
                .count();
    }

    long downMinutes(int first, int last) {
        long seconds = 0;
        for (Event event : events) {
            seconds += event.isOf(first, last) && event.outcome() <= FAILED ? event.downSeconds() : 0;
        }
        return rounded(seconds, 60, 0).longValueExact();
    }

    /// Away and back.
    long roleMoves(int first, int last) {
        long moves = 0;
        for (Event event : events) {
            moves += event.isOf(first, last) && event.movesRoles() ? 2L * event.roles() : 0;
        }
        return moves;
    }

    BigDecimal interruptionMinutes(int first, int last) {
        long drains = events.stream()
                .filter(event -> event.isOf(first, last) && event.movesRoles())
                .count();
        return rounded(2 * drains * INTERRUPTION_SECONDS, 60, 1);
    }

    JsonNode exposureDays() {
        return quantiles(exposures(_ -> true));
    }

    /// Whether a month of the summary is what its events give.
    void agrees(JsonNode month) {
        Predicate<Event> line = line(month);
        List<Event> own = events.stream().filter(Event::installs).filter(line).toList();
        assertThat(month.get("hotpatched").asLong())
                .isEqualTo(own.stream()
                        .filter(event -> event.outcome() == HOTPATCHED)
                        .count());
        assertThat(month.get("restarted").asLong())
                .isEqualTo(own.stream()
                        .filter(event -> event.outcome() == RESTARTED)
                        .count());
        assertThat(month.get("nodeDowntimeMinutes").asLong())
                .isEqualTo(rounded(own.stream().mapToLong(Event::downSeconds).sum(), 60, 0)
                        .longValueExact());
        assertThat(month.get("exposureDays")).isEqualTo(quantiles(exposures(line)));
        assertThat(month.get("hoursTo95Percent").asText()).isEqualTo(hoursToMost(month, own));
    }

    private Predicate<Event> line(JsonNode month) {
        String product = month.get("product").asText();
        boolean outOfBand = month.get("kind").asText().equals("OUT_OF_BAND");
        String kb = month.get("releases").get(0).asText();
        return event -> {
            Release release = release(event);
            return event.product().equals(product)
                    && (outOfBand
                            ? event.kb().equals(kb)
                            : release.kind() != Kind.OUT_OF_BAND
                                    && release.month()
                                            .toString()
                                            .equals(month.get("month").asText()));
        };
    }

    private String hoursToMost(JsonNode month, List<Event> own) {
        Map<Integer, Long> firsts = new HashMap<>();
        own.forEach(event -> firsts.merge(event.machine(), exposure(event), Math::min));
        int offered = firsts.size()
                + month.get("failed").asInt()
                + month.get("pending").asInt();
        int place = Math.ceilDiv(offered * 95, 100);
        return offered == 0 || place > firsts.size()
                ? "null"
                : rounded(firsts.values().stream().sorted().toList().get(place - 1), 60, 1)
                        .toString();
    }

    private List<Long> exposures(Predicate<Event> line) {
        return events.stream()
                .filter(Event::installs)
                .filter(line)
                .map(this::exposure)
                .sorted()
                .toList();
    }

    private long exposure(Event event) {
        return Math.max(0, event.at() - Minutes.of(release(event).appears()));
    }

    private Release release(Event event) {
        return catalogue.find(event.product(), event.kb()).orElseThrow();
    }

    private static JsonNode quantiles(List<Long> sorted) {
        return Api.tree(
                sorted.isEmpty()
                        ? "null"
                        : "{\"median\": %s, \"p90\": %s, \"max\": %s}"
                                .formatted(days(sorted, 50), days(sorted, 90), days(sorted, 100)));
    }

    /// Nearest rank.
    private static BigDecimal days(List<Long> sorted, int percent) {
        return rounded(sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1), 1_440, 1);
    }

    private static BigDecimal rounded(long amount, int unit, int decimals) {
        return BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(unit), decimals, RoundingMode.HALF_UP);
    }
}
