package io.hotfleet.patch.fleet.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.testing.Api;
import io.hotfleet.patch.testing.Api.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class FleetResourceTest {
    private static final String YEAR = "{\"strategy\": \"HOTPATCH\", \"from\": \"2025-01\", \"to\": \"2025-12\"}";
    private static final String A = "[{\"machine\": \"a\", \"product\": \"windows-server-2025\", \"eligible\": true}]";

    @Test
    void takesTheGoldenBodiesAndTheSameAgain() {
        for (int time = 0; time < 2; time++) {
            JsonNode defined =
                    Api.put("fleets/golden", golden("put-fleet.json")).ok();
            JsonNode clusters = Api.put("fleets/golden/clusters", golden("put-clusters.json"))
                    .ok();
            JsonNode machines = Api.put("fleets/golden/machines", golden("put-machines.json"))
                    .ok();

            assertThat(defined.get("created").asBoolean()).isEqualTo(time == 0);
            assertThat(clusters.get("created").asInt()).isEqualTo(time == 0 ? 1 : 0);
            assertThat(machines.get("unchanged").asInt()).isEqualTo(time == 0 ? 0 : 2);
        }
    }

    @Test
    void takesOneItemALineToo() {
        String node = "{\"machine\": \"%s\", \"product\": \"windows-server-2025\", \"cluster\": \"c\"}";
        Api.put("fleets/lines", YEAR).ok();

        JsonNode clusters = Api.lines(
                        "PUT", "fleets/lines/clusters", "{\"cluster\": \"c\", \"nodes\": [\"c-1\", \"c-2\"]}")
                .ok();
        JsonNode machines = Api.lines("PUT", "fleets/lines/machines", node.formatted("c-1"), node.formatted("c-2"))
                .ok();
        JsonNode fixes =
                Api.lines("PUT", "fleets/lines/fixes", "{\"machine\": \"c-2\"}").ok();
        Answer broken = Api.lines("PUT", "fleets/lines/machines", node.formatted("c-1"), "{\"machine\": ");

        assertThat(clusters.get("created").asInt()).isEqualTo(1);
        assertThat(machines.get("created").asInt()).isEqualTo(2);
        assertThat(fixes.get("created").asInt()).isEqualTo(1);
        assertThat(broken.status()).isEqualTo(400);
    }

    @Test
    void listsMachinesInTheFormOfTheGoldenBody() throws IOException {
        Api.put("fleets/listed", YEAR).ok();
        Api.put("fleets/listed/machines", A).ok();

        JsonNode page = Api.get("fleets/listed/machines?limit=1");

        JsonNode item = page.get("items").get(0);
        assertThat(item.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() ->
                        Api.tree(golden("machines.json")).get("items").get(0).fieldNames());
        assertThat(item.get("kb").asText()).isEqualTo("KB5048794");
        assertThat(item.get("gates").toString()).isEqualTo("[\"LICENCE\"]");
        assertThat(page.get("next").isNull()).isTrue();
    }

    @Test
    void anotherBodyUnderTheSameNameIsAConflict() {
        Api.put("fleets/conflict", YEAR).ok();
        Api.put("fleets/conflict/machines", A).ok();

        Answer fleet = Api.put("fleets/conflict", YEAR.replace("2025-12", "2025-11"));
        Answer machine = Api.put("fleets/conflict/machines", A.replace("true", "false"));

        assertThat(fleet.status()).isEqualTo(409);
        assertThat(machine.status()).isEqualTo(409);
        assertThat(machine.body().get("type").asText()).isEqualTo("urn:hotfleet:problem:machine-differs");
    }

    @Test
    void aRemovedFleetIsGoneAndMayBeMadeAnew() {
        Api.put("fleets/removed", YEAR).ok();
        Api.put("fleets/removed/machines", A).ok();

        Answer first = Api.call("DELETE", "fleets/removed", null);
        Answer again = Api.call("DELETE", "fleets/removed", null);

        assertThat(first.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(204);
        assertThat(Api.call("GET", "fleets/removed/summary", null).status()).isEqualTo(404);
        Api.put("fleets/removed", YEAR.replace("HOTPATCH", "CUMULATIVE")).ok();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("half a period", "", "{\"from\": \"2025-01\"}", 400, "/strategy"),
                argumentSet("a period that ends first", "", YEAR.replace("2025-12", "2024-12"), 400, "/to"),
                argumentSet("an unknown strategy", "", YEAR.replace("HOTPATCH", "HOPE"), 400, "HOPE"),
                argumentSet("rings that shrink", "", rings("50", "20"), 400, "/policy/rings/1/sharePercent"),
                argumentSet("rings that leave some out", "", rings("5", "50"), 400, "/policy/rings"),
                argumentSet("no array", "/machines", "{}", 400, "array"),
                argumentSet("too many", "/machines", many(1_001), 413, "1,000"),
                argumentSet("no name", "/machines", "[{\"product\": \"windows-server-2025\"}]", 400, "/0/machine"),
                argumentSet("an unknown product", "/machines", A.replace("2025", "1999"), 422, "/0/product"),
                argumentSet(
                        "an unknown cluster",
                        "/machines",
                        A.replace("}]", ", \"cluster\": \"x\"}]"),
                        422,
                        "/0/cluster"),
                argumentSet("an impossible window", "/machines", windowed("someday"), 400, "/0/window/day"),
                argumentSet(
                        "a cluster without nodes",
                        "/clusters",
                        "[{\"cluster\": \"c\", \"nodes\": []}]",
                        400,
                        "/0/nodes"),
                argumentSet(
                        "an unknown witness",
                        "/clusters",
                        "[{\"cluster\": \"c\", \"witness\": \"moon\", \"nodes\": [\"n\"]}]",
                        400,
                        "/0/witness"),
                argumentSet("a fix of nobody", "/fixes", "[{\"machine\": \"nobody\"}]", 422, "nobody"));
    }

    static Stream<Arguments> misspelt() {
        return Stream.of(
                argumentSet(
                        "a period that is misspelt",
                        "",
                        YEAR.replace("\"from\"", "\"form\"").replace("\"to\"", "\"till\""),
                        400,
                        "/form: is not known; accepted are assumptions, clock, from, "),
                argumentSet(
                        "a ring's share that is misspelt",
                        "",
                        rings("5", "100").replace("sharePercent", "share"),
                        400,
                        "/policy/rings/0/share"),
                argumentSet(
                        "a machine's KB that is misspelt",
                        "/machines",
                        A.replace("eligible", "elegible"),
                        400,
                        "/0/elegible"),
                argumentSet(
                        "a day of a window that is misspelt",
                        "/machines",
                        windowed("sunday").replace("\"day\"", "\"days\""),
                        400,
                        "/0/window/days"),
                argumentSet(
                        "a witness that is misspelt",
                        "/clusters",
                        "[{\"cluster\": \"c\", \"wittness\": \"cloud\", \"nodes\": [\"n\"]}]",
                        400,
                        "/0/wittness"),
                argumentSet("a fix with more than a name", "/fixes", "[{\"machine\": \"a\", \"at\": 1}]", 400, "/0/at"),
                argumentSet(
                        "an entitlement with more than a list",
                        "/entitlements",
                        "{\"jws\": \"a\", \"x\": 1}",
                        400,
                        "/x"));
    }

    @ParameterizedTest
    @MethodSource({"refusals", "misspelt"})
    void refusesWhatIsWrongAndSaysWhere(String path, String body, int status, String told) {
        if (!path.isEmpty()) {
            Api.put("fleets/refusing", YEAR).ok();
        }

        Answer answer = Api.put("fleets/refusing" + path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().toString()).contains(told);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Answer answer = Api.put("fleets/refusing", """
                {"heartbeatSeconds": 0, "clock": {"factor": -1}, "policy": {"clusterSoakMinutes": -1,
                 "rings": [{"sharePercent": 0, "soakMinutes": -1}]}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/heartbeatSeconds",
                        "/clock/factor",
                        "/policy/clusterSoakMinutes",
                        "/policy/rings/0/sharePercent",
                        "/policy/rings/0/soakMinutes",
                        "/policy/rings");
    }

    @Test
    void allThatIsWrongInABatchIsToldAtOnce() {
        Api.put("fleets/refusing", YEAR).ok();

        Answer answer = Api.put("fleets/refusing/machines", """
                [{"machine": "", "product": "p"},
                 {"machine": "b", "product": "p", "window": {"day": "someday", "start": "25:00", "hours": 0, "zone": "x"}}]""");

        assertThat(answer.body().get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/0/machine", "/1/window/hours", "/1/window/day", "/1/window/start", "/1/window/zone");
    }

    private static String rings(String first, String second) {
        return YEAR.replace(
                "}",
                ", \"policy\": {\"rings\": [{\"sharePercent\": %s}, {\"sharePercent\": %s}]}}"
                        .formatted(first, second));
    }

    private static String windowed(String day) {
        return A.replace(
                "}]",
                ", \"window\": {\"day\": \"%s\", \"start\": \"22:00\", \"hours\": 6, \"zone\": \"UTC\"}}]"
                        .formatted(day));
    }

    private static String many(int machines) {
        return IntStream.range(0, machines)
                .mapToObj(i -> "{\"machine\": \"m-%d\", \"product\": \"windows-server-2025\"}".formatted(i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String golden(String name) {
        try {
            return Files.readString(Path.of("../contract/patch", name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
