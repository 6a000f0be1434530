package io.hotfleet.patch.fleet.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.patch.testing.Signer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was entered can be read.
@QuarkusTest
class FleetQueriesTest {
    private static final String REHEARSAL =
            "{\"strategy\": \"CUMULATIVE\", \"from\": \"2025-01\", \"to\": \"2025-12\"}";
    private static final String LIVE = """
            {"clock": {"at": "2025-04-01T00:00:00Z", "factor": 0}, "policy": {"clusterSoakMinutes": 30}}""";
    private static final String CLUSTERS = """
            [{"cluster": "c", "witness": "cloud", "nodes": ["c-2", "c-1"],
              "clusteredRoles": [{"type": "sql-fci", "count": 3}],
              "window": {"day": "saturday", "start": "22:00", "hours": 6, "zone": "Europe/Berlin"}},
             {"cluster": "d", "nodes": ["d-1"]}]""";
    private static final String MACHINES = """
            [{"machine": "c-1", "product": "windows-server-2025", "cluster": "c"},
             {"machine": "c-2", "product": "windows-server-2025", "cluster": "c"},
             {"machine": "d-1", "product": "windows-server-2025", "cluster": "d"},
             {"machine": "web", "product": "windows-server-2025"}]""";

    @BeforeEach
    void enterTwoFleets() {
        Api.put("fleets/read-a", REHEARSAL).ok();
        Api.put("fleets/read-b", LIVE).ok();
        Api.put("fleets/read-b/clusters", CLUSTERS).ok();
        Api.put("fleets/read-b/machines", MACHINES).ok();
    }

    @Test
    void fleetsAreListedPageByPage() {
        JsonNode first = Api.get("fleets?after=read&limit=1");
        JsonNode second = Api.get("fleets?limit=1&after=" + first.get("next").asText());

        assertThat(first.get("items").get(0).get("fleet").asText()).isEqualTo("read-a");
        assertThat(second.get("items").get(0).get("fleet").asText()).isEqualTo("read-b");
    }

    @Test
    void aRehearsalTellsItsPeriodAndItsTime() {
        JsonNode fleet = Api.get("fleets/read-a");

        assertThat(fleet.get("live").asBoolean()).isFalse();
        assertThat(fleet.get("strategy").asText()).isEqualTo("CUMULATIVE");
        assertThat(fleet.get("to").asText()).isEqualTo("2025-12");
        assertThat(fleet.get("at").asText()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(fleet.at("/definition/policy/outOfBand").asText()).isEqualTo("hotpatch-only");
    }

    @Test
    void aLiveFleetTellsItsClockAndWhatIsInIt() {
        JsonNode fleet = Api.get("fleets/read-b");

        assertThat(fleet.get("live").asBoolean()).isTrue();
        assertThat(fleet.get("at").asText()).isEqualTo("2025-04-01T00:00:00Z");
        assertThat(fleet.get("clusters").asInt()).isEqualTo(2);
        assertThat(fleet.get("machines").asInt()).isEqualTo(4);
    }

    @Test
    void aPolicyTellsItsDefaults() {
        JsonNode policy = Api.get("fleets/read-b/policy");

        assertThat(policy.get("clusterSoakMinutes").asInt()).isEqualTo(30);
        assertThat(policy.at("/rings/0/sharePercent").asDouble()).isEqualTo(100);
    }

    @Test
    void clustersAreListedWithTheirVotes() {
        JsonNode page = Api.get("fleets/read-b/clusters?limit=1");
        JsonNode one = Api.get("fleets/read-b/clusters/c");

        assertThat(page.get("next").asText()).isEqualTo("c");
        assertThat(page.get("items").get(0)).isEqualTo(one);
        assertThat(one).isEqualTo(Api.tree("""
                {"cluster": "c", "witness": "cloud", "clusteredRoles": [{"type": "sql-fci", "count": 3}],
                 "window": {"day": "saturday", "start": "22:00", "hours": 6, "zone": "Europe/Berlin"},
                 "nodes": ["c-1", "c-2"], "down": [], "votes": 3, "serves": true, "quorumLosses": 0}"""));
    }

    @Test
    void aMachineIsShownByItsName() {
        assertThat(Api.get("fleets/read-b/machines/web"))
                .isEqualTo(
                        Api.get("fleets/read-b/machines?name=web").get("items").get(0));
    }

    @Test
    void entitlementsAreListedByMachine() {
        Api.put("fleets/read-b/entitlements", Map.of("jws", Signer.sign("""
                {"iss": "hotfleet-licensing", "fleet": "read-b", "validUntil": "2030-01-01T00:00:00Z", "entitlements": [
                  {"machine": "web", "hotpatch": false, "gates": ["VBS"], "from": "2025-01-01T00:00:00Z"}]}"""))).ok();

        JsonNode page = Api.get("fleets/read-b/entitlements?after=d-1");

        assertThat(page.get("items")).isEqualTo(Api.tree("""
                [{"machine": "web", "spans": [{"from": "2025-01-01T00:00:00Z", "until": "2030-01-01T00:00:00Z",
                  "hotpatch": false, "gates": ["VBS"]}]}]"""));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        List<Integer> answers = Stream.of(
                        "fleets/none", "fleets/none/policy", "fleets/read-b/clusters/x", "fleets/read-b/machines/x")
                .map(path -> Api.call("GET", path, null).status())
                .toList();

        assertThat(answers).containsOnly(404);
    }
}
