package io.hotfleet.simulator.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.client.Summary;
import io.hotfleet.simulator.report.Report.Forecast;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final String PRODUCT = "windows-server-2025";
    private static final FakePatch PATCH = new FakePatch();

    @Test
    void aHotpatchMonthGetsTwoRowsAndABaselineMonthOne() {
        assertThat(outlook(List.of(), "2025-06").planned())
                .extracting(Release::kb, Release::kind, Release::baseline)
                .containsExactly(
                        row("FORECAST-windows-server-2025-2025-04", "BASELINE", "FORECAST-windows-server-2025-2025-04"),
                        row("FORECAST-windows-server-2025-2025-05", "HOTPATCH", "FORECAST-windows-server-2025-2025-04"),
                        row(
                                "FORECAST-windows-server-2025-2025-05-CU",
                                "CUMULATIVE",
                                "FORECAST-windows-server-2025-2025-04"),
                        row("FORECAST-windows-server-2025-2025-06", "HOTPATCH", "FORECAST-windows-server-2025-2025-04"),
                        row(
                                "FORECAST-windows-server-2025-2025-06-CU",
                                "CUMULATIVE",
                                "FORECAST-windows-server-2025-2025-04"));
    }

    @Test
    void theOtherPlayHasABaselineInEveryOpenMonth() {
        assertThat(outlook(List.of(), "2025-05").allBaselines())
                .extracting(Release::kb, Release::kind, Release::planned)
                .containsExactly(
                        tuple("FORECAST-windows-server-2025-2025-04", "BASELINE", true),
                        tuple("FORECAST-windows-server-2025-2025-05", "BASELINE", false));
    }

    @Test
    void aMonthThatTheOverlayTellsIsNotOpen() {
        Release told = FakePatch.release("2025-05", "2025-05-13", "BASELINE", "KB9");

        Outlook outlook = outlook(List.of(told), "2025-05");

        assertThat(outlook.months()).containsExactly("2025-04");
        assertThat(outlook.isUncertain()).isFalse();
        assertThat(outlook.isForecast("2025-05", PRODUCT)).isFalse();
        assertThat(outlook.isForecast("2025-04", PRODUCT)).isTrue();
    }

    @Test
    void withoutOpenMonthsThereIsNoForecast() {
        assertThat(outlook(List.of(), "2025-03").isNeeded()).isFalse();
    }

    @Test
    void drawsTakeTheMonthsOfEitherPlay() {
        Outlook outlook = outlook(List.of(), "2025-06");
        Summary planned = summary(100, 10, 0);
        Summary allBaselines = summary(300, 100, 100);

        Forecast forecast = new Draws(outlook, 1, 1_000).combine(planned, allBaselines, new BigDecimal("12.00"));

        assertThat(forecast.months()).containsExactly("2025-04", "2025-05", "2025-06");
        assertThat(forecast.restarts().median()).isIn(new BigDecimal(190), new BigDecimal(200));
        assertThat(forecast.restarts().p90()).isEqualTo(new BigDecimal(290));
        assertThat(forecast.cost().p90()).isEqualTo(new BigDecimal("12.00"));
    }

    @Test
    void theSameSeedDrawsTheSame() {
        Outlook outlook = outlook(List.of(), "2025-12");
        Summary planned = summary(100, 10, 0);
        Summary allBaselines = summary(300, 100, 100);

        assertThat(new Draws(outlook, 5, 50).combine(planned, allBaselines, BigDecimal.ONE))
                .isEqualTo(new Draws(outlook, 5, 50).combine(planned, allBaselines, BigDecimal.ONE));
    }

    private static Outlook outlook(List<Release> overlay, String to) {
        KnownReleases known = KnownReleases.ask(PATCH, List.of(PRODUCT), overlay);
        return Outlook.of(List.of(PATCH.slots(PRODUCT, YearMonth.of(2025, 1), YearMonth.parse(to))), known);
    }

    private static Tuple row(String kb, String kind, String baseline) {
        return tuple(kb, kind, baseline);
    }

    /// Restarts in all, in May and in June.
    private static Summary summary(int restarts, int may, int june) {
        return new Summary(
                "sha256:0",
                restarts,
                0,
                null,
                restarts,
                0,
                0,
                BigDecimal.ZERO,
                0,
                1,
                null,
                List.of(month("2025-05", may), month("2025-06", june)),
                List.of(),
                List.of());
    }

    private static Summary.Month month(String month, int restarted) {
        return new Summary.Month(
                month, PRODUCT, List.of(), "HOTPATCH", true, 0, restarted, 0, 0, 0, restarted, null, null);
    }
}
