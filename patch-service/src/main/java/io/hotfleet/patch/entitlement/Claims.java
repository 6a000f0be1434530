package io.hotfleet.patch.entitlement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/// What a signed list says. Claims that are not known are let be, as RFC 7519 has it.
///
/// @param iss who signed it
/// @param fleet the one fleet for which it holds
@JsonIgnoreProperties(ignoreUnknown = true)
@RegisterForReflection(registerFullHierarchy = true)
public record Claims(String iss, String fleet, Instant issuedAt, Instant validUntil, List<Item> entitlements) {
    static final String ISSUER = "hotfleet-licensing";

    /// @param gates those that do not pass, in order
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Item(String machine, boolean hotpatch, List<Gate> gates, Instant from) {}
}
