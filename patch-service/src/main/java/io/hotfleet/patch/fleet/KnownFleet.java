package io.hotfleet.patch.fleet;

import io.hotfleet.patch.entitlement.Entitlements;
import io.hotfleet.patch.packaging.PackageDigests;
import io.hotfleet.patch.policy.FleetPlan;

/// What no report changes, of one fleet.
///
/// @param digests what the offers of its hotpatches carry
public record KnownFleet(FleetPlan plan, Topology topology, Entitlements entitlements, PackageDigests digests) {}
