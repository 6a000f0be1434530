package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.entitlement.Entitlement;
import io.hotfleet.patch.entitlement.Gate;
import io.hotfleet.postgres.Minutes;
import java.time.Instant;
import java.util.List;

/// What one machine is entitled to, span by span; no span where nothing was ever signed for it.
record EntitlementView(String machine, List<Span> spans) {
    /// @param gates those that do not pass, in order
    record Span(Instant from, Instant until, boolean hotpatch, List<Gate> gates) {}

    static EntitlementView of(String machine, List<Entitlement> held) {
        return new EntitlementView(
                machine,
                held.stream()
                        .map(one -> new Span(
                                Minutes.instant(one.from()), Minutes.instant(one.until()), one.hotpatch(), one.gates()))
                        .toList());
    }
}
