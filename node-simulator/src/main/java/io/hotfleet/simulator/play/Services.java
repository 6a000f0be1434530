package io.hotfleet.simulator.play;

import io.hotfleet.simulator.link.Licensing;
import io.hotfleet.simulator.link.Patch;
import io.hotfleet.simulator.seal.Seals;

/// What a play talks to while it runs.
record Services(Licensing licensing, Patch patch, Seals seals) {}
