package io.hotfleet.licensing.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotfleet.rest.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricePlanTest {
    private static final PricePlan.Period FREE =
            new PricePlan.Period(LocalDate.parse("2025-01-01"), Meter.NONE, BigDecimal.ZERO);
    private static final PricePlan.Period PAID =
            new PricePlan.Period(LocalDate.parse("2025-07-01"), Meter.CORE_MONTH, new BigDecimal("1.50"));

    @ParameterizedTest
    @CsvSource({"2024-12-31, NONE", "2025-06-30, NONE", "2025-07-01, CORE_MONTH", "2030-01-01, CORE_MONTH"})
    void aPeriodHoldsUntilTheNextBegins(LocalDate day, Meter expected) {
        PricePlan plan = new PricePlan("p", "P", "USD", List.of(FREE, PAID));

        assertThat(plan.on(day).meter()).isEqualTo(expected);
    }

    @Test
    void periodsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new PricePlan("p", "P", "USD", List.of(PAID, FREE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-01-01");
    }

    @ParameterizedTest
    @CsvSource({", 2025-12", "2025-12,", "2025-02, 2025-01", "2000-01, 2025-01"})
    void aPeriodThatIsNoneIsRefused(YearMonth from, YearMonth to) {
        assertThatThrownBy(() -> BillingPeriod.of(from, to)).isInstanceOf(ProblemException.class);
    }
}
