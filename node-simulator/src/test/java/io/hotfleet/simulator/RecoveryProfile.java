package io.hotfleet.simulator;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// A simulator that plays rehearsals again, but looks for them only when it is told.
public final class RecoveryProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "hotfleet.owner.replay", "true",
                "hotfleet.replay.look-every", "1h",
                "hotfleet.replay.request-bytes-max", "1024");
    }
}
