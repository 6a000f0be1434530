package io.hotfleet.patch.entitlement;

import java.time.Instant;
import java.util.List;

/// What a signed list says.
///
/// @param iss who signed it
/// @param fleet the one fleet for which it holds
public record Claims(String iss, String fleet, Instant issuedAt, Instant validUntil, List<Item> entitlements) {
    static final String ISSUER = "hotfleet-licensing";

    /// @param gates those that do not pass, in order
    public record Item(String machine, boolean hotpatch, List<String> gates, Instant from) {}
}
