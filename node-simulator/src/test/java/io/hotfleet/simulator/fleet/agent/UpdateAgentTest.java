package io.hotfleet.simulator.fleet.agent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.hotfleet.simulator.client.FakeFeed;
import io.hotfleet.simulator.client.FakePackages;
import io.hotfleet.simulator.client.LiveFeed.LiveReport;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UpdateAgentTest {
    private static final Instant DAY = Instant.parse("2025-02-11T18:00:00Z");
    private static final int EXCHANGES = 60;
    private static final int EXCHANGE_SECONDS = 300;
    private static final String[] ALL = {"web-1", "web-2", "web-3", "web-4"};

    @Inject
    FakeFeed patch;

    @Inject
    FakePackages packages;

    @BeforeEach
    void nothingIsAsked() {
        patch.forget();
        packages.tamper(false);
    }

    @Test
    void commandsAreTakenOnceAndAnsweredWithTheMemoryOfTheNode() {
        fleet("answers");
        patch.ask(DAY, "KB2", "web-1");

        play("answers", EXCHANGES);

        LiveReport last = patch.received().getLast();
        assertThat(last.outcome()).isEqualTo("INSTALLED");
        assertThat(last.vbs()).isEqualTo("running");
        assertThat(last.hooks()).isPositive();
        assertThat(last.downSeconds()).isZero();
        assertThat(patch.received())
                .extracting(LiveReport::seq)
                .doesNotHaveDuplicates()
                .isSorted();
        node("answers", "web-1/timeline").body("items.findAll { it.text == 'offered' }.size()", equalTo(1));
    }

    @Test
    void aCumulativeUpdateIsAnsweredWithItsRestart() {
        fleet("restarts");
        patch.ask(DAY, "KB2-CU", "web-1");

        play("restarts", EXCHANGES);

        LiveReport last = patch.received().getLast();
        assertThat(last.outcome()).isEqualTo("RESTARTED");
        assertThat(last.downSeconds()).isPositive();
        assertThat(patch.states()).contains("loading", "restarting");
    }

    @Test
    void whatTheFleetDoesNotKnowFails() {
        fleet("unknown");
        patch.ask(DAY, "KB99", "web-1");

        play("unknown", 1);

        assertThat(patch.ended()).containsEntry("web-1", "FAILED");
        assertThat(lastFailure()).isEqualTo("release-unknown");
    }

    @Test
    void aPackageThatWasTamperedWithIsNotLoaded() {
        fleet("tampered");
        packages.tamper(true);
        patch.offer(DAY, "KB3", FakePackages.fresh("windows-server-2025", "KB3"), "web-1");

        play("tampered", EXCHANGES);

        assertThat(lastFailure()).isEqualTo("package-corrupt");
        node("tampered", "web-1").body("kb", equalTo("KB3")).body("memory.hooks", equalTo(0));
    }

    @Test
    void whatIsInThePackageIsHooked() {
        fleet("made-up");
        patch.offer(DAY, "KB2", FakePackages.digest("windows-server-2025", "KB2"), "web-1");
        play("made-up", EXCHANGES);
        int all = patch.received().getLast().hooks();
        patch.forget();
        fleet("packaged");
        patch.offer(DAY, "KB2", FakePackages.smaller("windows-server-2025", "KB2"), "web-1");

        play("packaged", EXCHANGES);

        assertThat(patch.received().getLast().outcome()).isEqualTo("INSTALLED");
        assertThat(patch.received().getLast().hooks()).isBetween(1, all - 1);
        node("packaged", "web-1?at=" + DAY.plusSeconds((long) EXCHANGES * EXCHANGE_SECONDS))
                .body("memory.hooks", equalTo(patch.received().getLast().hooks()));
    }

    @Test
    void aPackageThatWasSignedTooLateIsNotLoaded() {
        fleet("expired");
        patch.offer(DAY, "KB2", FakePackages.expired("windows-server-2025", "KB2"), "web-1");

        play("expired", 3);

        assertThat(lastFailure()).isEqualTo("signature-expired");
        node("expired", "web-1").body("failure.next", equalTo("hold")).body("memory.hooks", equalTo(0));
        node("expired", "web-1/timeline").body("items.text", hasItem("signature-expired"));
    }

    @Test
    void anotherProductsPackageIsNotLoaded() {
        fleet("foreign-product");
        patch.offer(DAY, "KB2", FakePackages.digest("windows-11-24h2", "KB2"), "web-1");

        play("foreign-product", 3);

        assertThat(lastFailure()).isEqualTo("signature-broken");
    }

    private String lastFailure() {
        return patch.received().stream()
                .filter(report -> report.outcome().equals("FAILED"))
                .map(LiveReport::state)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    void aBadWayChangesWhenThingsAreHeardButNotHowTheyEnd() {
        fleet("good");
        patch.ask(DAY, "KB2", ALL);
        play("good", EXCHANGES);
        Map<String, String> heard = patch.ended();
        List<String> undisturbed = states("good");
        patch.forget();
        fleet("bad");
        for (String node : ALL) {
            fault("bad", node, "report-lost", 40);
            fault("bad", node, "report-duplicated", 30);
            fault("bad", node, "report-reordered", 30);
        }
        fault("bad", "web-3", "partition", 0);
        fault("bad", "web-4", "clock-skew", -120);
        patch.ask(DAY, "KB2", ALL);

        play("bad", EXCHANGES / 2);
        Map<String, String> cutOff = patch.ended();
        heal("bad", "web-3", "partition");
        play("bad", EXCHANGES);

        assertThat(cutOff).doesNotContainKey("web-3");
        assertThat(patch.ended()).isEqualTo(heard);
        assertThat(states("bad")).isEqualTo(undisturbed);
        List<String> arrived = patch.received().stream()
                .map(report -> report.machine() + ' ' + report.seq())
                .toList();
        assertThat(arrived).as("some arrive twice").hasSizeGreaterThan((int)
                arrived.stream().distinct().count());
    }

    @Test
    void theSameSeedLosesTheSameReports() {
        List<List<LiveReport>> heard = new ArrayList<>();
        for (String name : List.of("once", "twice")) {
            patch.forget();
            fleet(name);
            for (String node : ALL) {
                fault(name, node, "report-lost", 50);
            }
            patch.ask(DAY, "KB2", ALL);
            play(name, EXCHANGES);
            heard.add(patch.received().stream()
                    .map(UpdateAgentTest::withoutCommand)
                    .toList());
        }

        assertThat(heard.getFirst()).isEqualTo(heard.getLast());
    }

    @Test
    void aFleetThatIsNotConnectedSaysSo() {
        put("alone", "{\"nodes\": [{\"names\": \"a\"}]}").statusCode(201);

        post("/api/v1/fleets/alone/exchange", "").statusCode(409);
    }

    private static LiveReport withoutCommand(LiveReport report) {
        return new LiveReport(
                report.machine(),
                report.seq(),
                report.at(),
                0,
                report.kb(),
                report.outcome(),
                report.state(),
                report.installSeconds(),
                report.downSeconds(),
                report.vbs(),
                report.hooks(),
                report.patchKiB(),
                report.retainedKiB());
    }

    private static void fleet(String name) {
        put(name, """
                {"seed": 5, "from": "2025-01-15T00:00:00Z", "patchFleet": "live",
                 "nodes": [{"names": "web-[1-4]"}]}""").statusCode(201);
        clock(name, DAY);
    }

    private static void play(String fleet, int exchanges) {
        String now = given().get("/api/v1/fleets/" + fleet).path("now");
        for (int i = 1; i <= exchanges; i++) {
            post("/api/v1/fleets/" + fleet + "/exchange", "").statusCode(200);
            clock(fleet, Instant.parse(now).plusSeconds((long) i * EXCHANGE_SECONDS));
        }
    }

    private static List<String> states(String fleet) {
        List<String> states = new ArrayList<>();
        for (String node : ALL) {
            ValidatableResponse shown = node(fleet, node);
            states.add(node + " " + shown.extract().path("kb") + " "
                    + shown.extract().path("memory.hooks"));
        }
        return states;
    }

    private static ValidatableResponse node(String fleet, String rest) {
        return given().get("/api/v1/fleets/" + fleet + "/nodes/" + rest).then().statusCode(200);
    }

    private static void fault(String fleet, String node, String fault, int value) {
        post(
                        "/api/v1/fleets/" + fleet + "/nodes/" + node + "/faults",
                        "{\"fault\": \"%s\", \"value\": %d}".formatted(fault, value))
                .statusCode(202);
    }

    private static void heal(String fleet, String node, String fault) {
        post(
                        "/api/v1/fleets/" + fleet + "/nodes/" + node + "/faults",
                        "{\"fault\": \"%s\", \"heal\": true}".formatted(fault))
                .statusCode(202);
    }

    private static void clock(String fleet, Instant to) {
        post("/api/v1/fleets/" + fleet + "/clock", "{\"to\": \"" + to + "\"}").statusCode(200);
    }

    private static ValidatableResponse put(String fleet, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/api/v1/fleets/" + fleet)
                .then();
    }

    private static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }
}
