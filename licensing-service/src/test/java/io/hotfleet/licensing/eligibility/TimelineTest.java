package io.hotfleet.licensing.eligibility;

import static io.hotfleet.licensing.Samples.server2025;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant START = Instant.parse("2024-12-31T00:00:00Z");
    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00Z");
    private static final Instant LATER = Instant.parse("2025-02-01T00:00:00Z");
    private static final Map<Fact, String> VBS_OFF = Map.of(Fact.VBS, "off");
    private static final Map<Fact, String> OPT_OUT = Map.of(Fact.OPT_IN, "false");

    private final Timeline begun = Timeline.from(START, server2025());

    @Test
    void factsChangeAtTheirMinute() {
        Timeline timeline = begun.with(NOON, VBS_OFF);

        assertThat(timeline.at(NOON.minusSeconds(1)).facts()).isEqualTo(server2025());
        assertThat(timeline.at(NOON).facts()).isEqualTo(server2025().with(VBS_OFF));
    }

    @Test
    void aRepeatedChangeChangesNothing() {
        Timeline timeline = begun.with(NOON, VBS_OFF).with(LATER, OPT_OUT);

        assertThat(timeline.with(NOON, VBS_OFF)).isEqualTo(timeline);
    }

    @Test
    void aLateReportLeavesWhatWasToldForLater() {
        Timeline timeline = begun.with(LATER, OPT_OUT).with(NOON, VBS_OFF);

        assertThat(timeline.spans())
                .containsExactly(
                        new Span(START, server2025()),
                        new Span(NOON, server2025().with(VBS_OFF)),
                        new Span(LATER, server2025().with(VBS_OFF).with(OPT_OUT)));
    }

    @Test
    void aChangeAtTheSameMinuteReplaces() {
        Timeline timeline = begun.with(NOON, VBS_OFF).with(NOON, Map.of(Fact.VBS, "running"));

        assertThat(timeline).isEqualTo(begun);
    }

    @Test
    void aChangeBeforeTheBeginningHoldsFromTheBeginning() {
        Timeline timeline = begun.with(START.minusSeconds(60), VBS_OFF);

        assertThat(timeline).isEqualTo(Timeline.from(START, server2025().with(VBS_OFF)));
    }

    @Test
    void gatesHoldSinceTheyLastChanged() {
        Timeline timeline = begun.with(NOON, VBS_OFF).with(LATER, Map.of(Fact.CORES, "32"));

        assertThat(timeline.holdsSince(Instant.MAX, facts -> facts.value(Fact.VBS)))
                .isEqualTo(NOON);
        assertThat(timeline.holdsSince(START, facts -> facts.value(Fact.VBS))).isEqualTo(START);
    }

    @Test
    void whatIsToComeCanBeForgotten() {
        Timeline timeline = begun.with(NOON, VBS_OFF).with(LATER, OPT_OUT);

        assertThat(timeline.until(NOON)).isEqualTo(begun.with(NOON, VBS_OFF));
    }

    @Test
    void anUnknownFactIsAChangeToo() {
        Facts unknown =
                begun.with(NOON, Map.of(Fact.VBS, Facts.UNKNOWN)).at(NOON).facts();

        assertThat(unknown.isUnknown(Fact.VBS)).isTrue();
        assertThat(List.copyOf(unknown.changesTo(server2025()).values())).containsExactly("running");
    }
}
