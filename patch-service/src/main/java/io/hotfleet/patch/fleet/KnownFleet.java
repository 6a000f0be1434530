package io.hotfleet.patch.fleet;

import io.hotfleet.patch.entitlement.Entitlements;
import io.hotfleet.patch.parcel.Digests;
import io.hotfleet.patch.plan.Plan;

/// What no report changes, of one fleet.
///
/// @param digests what the offers of its hotpatches carry
public record KnownFleet(Plan plan, Topology topology, Entitlements entitlements, Digests digests) {}
