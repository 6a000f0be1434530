package io.hotfleet.licensing.health;

import static io.hotfleet.licensing.Rest.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.Rest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the probes say while the database is away.
@QuarkusTest
@TestProfile(ReadinessTest.OwnDatabase.class)
@Timeout(120)
class ReadinessTest {
    /// The other tests' database is theirs.
    public static final class OwnDatabase implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(StoppableDatabase.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    StoppableDatabase database;

    @Test
    void withoutADatabaseTheServiceLivesButTakesNoWork() throws IOException {
        assertThat(status("ready")).isEqualTo(200);

        database.goAway();
        int ready = status("ready");
        int live = status("live");
        int started = status("started");
        ValidatableResponse answer = given().get("/api/v1/fleets").then();
        database.comeBack();

        assertThat(ready).isEqualTo(503);
        assertThat(live).isEqualTo(200);
        assertThat(started).isEqualTo(200);
        assertThat(problem(answer, 503).getString("type")).isEqualTo("urn:hotfleet:problem:database-unavailable");
        answer.header("Retry-After", "2");
        assertThat(Rest.get("/api/v1/fleets").getList("items")).isEmpty();
        assertThat(status("ready")).isEqualTo(200);
    }

    private static int status(String probe) {
        return given().get("/q/health/" + probe).statusCode();
    }
}
