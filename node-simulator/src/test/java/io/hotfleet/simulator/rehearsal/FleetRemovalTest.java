package io.hotfleet.simulator.rehearsal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hotfleet.simulator.client.FakeLicensing;
import io.hotfleet.simulator.client.FakePatch;
import io.hotfleet.simulator.client.Patch.Terms;
import io.hotfleet.simulator.rehearsal.recovery.StoredRequest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FleetRemovalTest {
    private static final String FLEET = "rleft-HOTPATCH";

    @Inject
    FleetRemoval removals;

    @Inject
    RehearsalStore store;

    @Inject
    FakePatch patch;

    @Inject
    FakeLicensing licensing;

    @Test
    void whatAFormerProcessLeftIsFailedAndItsFleetsAreRemoved() {
        YearMonth month = YearMonth.of(2025, 1);
        patch.putFleet(FLEET, new Terms("HOTPATCH", month, month, 1, null, null, List.of()));
        licensing.putFleet(FLEET, Instant.EPOCH, Instant.EPOCH);
        store.insert(left(), null, new StoredRequest(null, false));

        removals.start(new StartupEvent());

        given().get("/api/v1/rehearsals/rleft")
                .then()
                .body("state", equalTo("FAILED"))
                .body("reason", containsString("restarted"));
        given().delete("/api/v1/rehearsals/rleft").then().statusCode(204);
        assertThat(patch.fleets()).doesNotContain(FLEET);
        assertThat(licensing.fleets()).doesNotContain(FLEET);
    }

    private static StoredRehearsal left() {
        return new StoredRehearsal(
                "rleft",
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                new RehearsalState.Queued(),
                "test",
                1,
                "2025-01",
                "2025-01",
                "hash",
                1,
                List.of(FLEET),
                0,
                0);
    }
}
