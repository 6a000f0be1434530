package io.hotfleet.simulator.client;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// Where nodes get their packages from. What it answers is not trusted.
public interface Packages {
    /// @param digest as an offer carries it
    /// @return the bytes; null where there are none
    byte[] fetch(String digest);

    Trusted trusted();

    /// In PEM.
    @RegisterForReflection(registerFullHierarchy = true)
    record Trusted(String root, List<String> revocationLists) {}
}
