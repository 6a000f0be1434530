package io.hotfleet.patch.fleet;

import io.hotfleet.patch.entitlement.Entitlements;
import io.hotfleet.patch.plan.Plan;

/// What no report changes, of one fleet.
public record KnownFleet(Plan plan, Topology topology, Entitlements entitlements) {}
