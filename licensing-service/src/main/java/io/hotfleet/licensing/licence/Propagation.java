package io.hotfleet.licensing.licence;

import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.MachineId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;

/// How long a licence takes to arrive: 5 to 10 whole minutes, always the same for the same machine.
public final class Propagation {
    private static final int SHORTEST_MINUTES = 5;
    private static final int SPREAD_MINUTES = 6;

    private Propagation() {}

    public static Duration of(FleetId fleet, MachineId machine) {
        CRC32 draw = new CRC32();
        draw.update((fleet + "\n" + machine).getBytes(StandardCharsets.UTF_8));
        return Duration.ofMinutes(SHORTEST_MINUTES + draw.getValue() % SPREAD_MINUTES);
    }
}
