package io.hotfleet.patch.fleet;

import io.hotfleet.patch.entitlement.Entitlements;
import io.hotfleet.patch.packaging.PackageDigests;
import io.hotfleet.patch.policy.FleetPlan;

/// What no report changes, of one fleet.
///
/// @param edits how often people have changed what it was told
/// @param digests what the offers of its hotpatches carry
public record KnownFleet(
        FleetPlan plan, int edits, Topology topology, Entitlements entitlements, PackageDigests digests) {}
