package io.hotfleet.patch.planner;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hotfleet.patch.entitlement.Gate;
import java.util.Arrays;

/// Why a machine is told to install just this.
public sealed interface Reason {
    /// What is due for it anyway; `STRATEGY` and `NO_HOTPATCH` tell why it is a cumulative update.
    enum Due implements Reason {
        BASELINE,
        HOTPATCH,
        OUT_OF_BAND,
        FIX,
        STRATEGY,
        NO_HOTPATCH
    }

    /// The first gate that keeps it from hotpatching.
    record Barred(Gate gate) implements Reason {}

    /// As it is stored and told.
    @JsonValue
    default String code() {
        return switch (this) {
            case Due due -> due.name();
            case Barred(Gate gate) -> gate.name();
        };
    }

    static Reason of(String code) {
        return Arrays.stream(Due.values())
                .filter(due -> due.name().equals(code))
                .map(Reason.class::cast)
                .findFirst()
                .orElseGet(() -> new Barred(new Gate(code)));
    }
}
