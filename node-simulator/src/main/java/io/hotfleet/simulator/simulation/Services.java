package io.hotfleet.simulator.simulation;

import io.hotfleet.simulator.client.Licensing;
import io.hotfleet.simulator.client.Patch;
import io.hotfleet.simulator.packages.VerifiedPackages;

/// What a play talks to while it runs.
record Services(Licensing licensing, Patch patch, VerifiedPackages seals) {}
