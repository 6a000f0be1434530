package io.hotfleet.licensing.pricing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.Map;

/// What a fleet costs. `wasted` is the part of the total that was paid for days on which another gate kept a machine
/// from hotpatching; `unknownCores` counts machines that were billed nothing because nobody knows their cores.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Costs(
        String plan,
        String currency,
        YearMonth from,
        YearMonth to,
        String total,
        String wasted,
        Map<YearMonth, String> byMonth,
        Long unknownCores) {
    static Costs of(Bill bill) {
        return new Costs(
                bill.plan().name(),
                bill.plan().currency(),
                bill.period().from(),
                bill.period().to(),
                bill.total(),
                bill.wasted(),
                bill.byMonth(),
                bill.unknownCores() == 0 ? null : bill.unknownCores());
    }
}
