package io.hotfleet.licensing.onboarding;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.fleet.MachineId;
import java.util.Map;

/// What a machine says of itself when it connects. The cluster may be null.
record Connection(String hardwareId, MachineId machine, String cluster, Map<Fact, String> facts) {}
