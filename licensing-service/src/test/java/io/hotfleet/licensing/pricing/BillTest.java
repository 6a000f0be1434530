package io.hotfleet.licensing.pricing;

import static io.hotfleet.licensing.Samples.azureEdition2025;
import static io.hotfleet.licensing.Samples.client;
import static io.hotfleet.licensing.Samples.server2025;
import static io.hotfleet.licensing.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Timeline;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BillTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final PricePlans PLANS = new PricePlans(JSON);
    private static final Instant START = Instant.parse("2024-12-31T00:00:00Z");

    @ParameterizedTest(name = "{0} from {1} to {2} costs {3}")
    @CsvSource({
        "dated,                   2025-01, 2025-12, 144.00",
        "dated,                   2025-01, 2025-06,   0.00",
        "dated,                   2025-07, 2025-07,  24.00",
        "dated,                   2026-05, 2026-05,  13.94",
        "dated,                   2026-01, 2026-12, 109.94",
        "it-administrator-2025-03, 2025-01, 2025-12, 60.00",
        "it-administrator-2025-03, 2024-12, 2024-12,  0.16"
    })
    void aServerOfSixteenCores(String plan, YearMonth from, YearMonth to, String expected) {
        Bill bill = new Bill(PLANS.require(plan), BillingPeriod.of(from, to));

        bill.add(Timeline.from(START, server2025()), 1);

        assertThat(bill.total()).isEqualTo(expected);
        assertThat(bill.wasted()).isEqualTo("0.00");
    }

    static Stream<Arguments> machinesThatCostNothing() {
        return Stream.of(
                Arguments.argumentSet("Azure Edition", azureEdition2025()),
                Arguments.argumentSet("a client", client()),
                Arguments.argumentSet("no licence", with(server2025(), Fact.LICENCE, "disabled")),
                Arguments.argumentSet("nobody knows of a licence", with(server2025(), Fact.LICENCE, "unknown")),
                Arguments.argumentSet("Essentials", with(server2025(), Fact.EDITION, "essentials")),
                Arguments.argumentSet("2022", with(server2025(), Fact.PRODUCT, "windows-server-2022")));
    }

    @ParameterizedTest
    @MethodSource("machinesThatCostNothing")
    void costNothing(Facts facts) {
        Bill bill = july();

        bill.add(Timeline.from(START, facts), 1);

        assertThat(bill.total()).isEqualTo("0.00");
    }

    @Test
    void aDayCountsIfTheLicenceWasEnabledAtAnyMomentOfIt() {
        Timeline oneMinute = Timeline.from(START, with(server2025(), Fact.LICENCE, "disabled"))
                .with(Instant.parse("2025-07-10T23:59:00Z"), Map.of(Fact.LICENCE, "enabled"))
                .with(Instant.parse("2025-07-11T00:00:00Z"), Map.of(Fact.LICENCE, "disabled"));
        Bill bill = july();

        bill.add(oneMinute, 31);

        assertThat(bill.total()).isEqualTo("24.00");
    }

    @Test
    void daysOnWhichAnotherGateIsClosedAtTheEndAreWasted() {
        Timeline fixed = Timeline.from(START, with(server2025(), Fact.VBS, "off"))
                .with(Instant.parse("2025-07-11T23:59:00Z"), Map.of(Fact.VBS, "running"));
        Bill bill = july();

        bill.add(fixed, 31);

        assertThat(bill.total()).isEqualTo("744.00");
        assertThat(bill.wasted()).isEqualTo("240.00");
    }

    @Test
    void theDayOnWhichALicenceIsGivenBackIsNotWasted() {
        Timeline givenBack = Timeline.from(START, server2025())
                .with(Instant.parse("2025-07-02T12:00:00Z"), Map.of(Fact.LICENCE, "disabled"));
        Bill bill = july();

        bill.add(givenBack, 31);

        assertThat(bill.total()).isEqualTo("48.00");
        assertThat(bill.wasted()).isEqualTo("0.00");
    }

    @Test
    void unknownCoresAreBilledAsNoneAndCounted() {
        Bill perCore = july();
        Bill perServer = new Bill(
                PLANS.require("it-administrator-2025-03"),
                BillingPeriod.of(YearMonth.parse("2025-07"), YearMonth.parse("2025-07")));
        Timeline unknown = Timeline.from(START, with(server2025(), Fact.CORES, "unknown"));

        perCore.add(unknown, 3);
        perServer.add(unknown, 3);

        assertThat(perCore.total()).isEqualTo("0.00");
        assertThat(perCore.unknownCores()).isEqualTo(3);
        assertThat(perServer.total()).isEqualTo("15.00");
        assertThat(perServer.unknownCores()).isZero();
    }

    @Test
    void aMachineThatComesLaterIsBilledFromItsFirstDay() {
        Bill bill = july();

        bill.add(Timeline.from(Instant.parse("2025-07-31T10:00:00Z"), server2025()), 31);

        assertThat(bill.total()).isEqualTo("24.00");
    }

    /// Two days at 0.1452 are 0.29, not twice 0.15.
    @Test
    void sumsAreRoundedOnce() {
        Timeline oneDayAMonth = Timeline.from(
                        START, with(with(server2025(), Fact.CORES, "3"), Fact.LICENCE, "disabled"))
                .with(Instant.parse("2025-07-01T00:00:00Z"), Map.of(Fact.LICENCE, "enabled"))
                .with(Instant.parse("2025-07-02T00:00:00Z"), Map.of(Fact.LICENCE, "disabled"))
                .with(Instant.parse("2025-08-01T00:00:00Z"), Map.of(Fact.LICENCE, "enabled"))
                .with(Instant.parse("2025-08-02T00:00:00Z"), Map.of(Fact.LICENCE, "disabled"));
        Bill bill = new Bill(
                PLANS.require("dated"), BillingPeriod.of(YearMonth.parse("2025-07"), YearMonth.parse("2025-09")));

        bill.add(oneDayAMonth, 1);

        assertThat(bill.byMonth())
                .containsExactly(
                        entry(YearMonth.of(2025, 7), "0.15"),
                        entry(YearMonth.of(2025, 8), "0.15"),
                        entry(YearMonth.of(2025, 9), "0.00"));
        assertThat(bill.total()).isEqualTo("0.29");
    }

    private static Bill july() {
        return new Bill(
                PLANS.require("dated"), BillingPeriod.of(YearMonth.parse("2025-07"), YearMonth.parse("2025-07")));
    }
}
