package io.hotfleet.patch.planner;

import com.fasterxml.jackson.annotation.JsonValue;
import io.hotfleet.patch.entitlement.Gate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Why a machine is told to install just this.
public sealed interface Reason {
    /// What is due for it anyway; `STRATEGY` and `NO_HOTPATCH` tell why it is a cumulative update.
    enum Due implements Reason {
        BASELINE,
        HOTPATCH,
        OUT_OF_BAND,
        FIX,
        STRATEGY,
        NO_HOTPATCH;

        /// Looked up for every command that is read.
        private static final Map<String, Reason> BY_CODE =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Due::name, due -> due));
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
        Reason due = Due.BY_CODE.get(code);
        return due == null ? new Barred(new Gate(code)) : due;
    }
}
