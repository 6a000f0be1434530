package io.hotfleet.simulator.fleet.node;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.hotfleet.simulator.fleet.FleetConfig;
import io.hotfleet.simulator.fleet.FleetService;
import io.hotfleet.simulator.fleet.node.InputForm.Type;
import io.hotfleet.simulator.packages.FleetPackages;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class NodeResourceTest {
    private static final String BEFORE = "2025-02-11T18:00:00Z";
    private static final String AFTER = "2025-02-11T20:00:00Z";

    @Inject
    FleetService fleets;

    @Inject
    InputLog log;

    @Inject
    FleetPackages packages;

    @Inject
    FleetConfig config;

    private String path;
    private String fleet;

    @BeforeEach
    void aFleetOfItsOwn(TestInfo test) {
        fleet = test.getTestMethod().orElseThrow().getName()
                + Math.abs(test.getDisplayName().hashCode());
        path = "/api/v1/fleets/" + fleet;
        send("PUT", path, """
                {"seed": 7, "from": "2025-01-15T00:00:00Z", "nodes": [{"names": "web-[1-3]"}, {"names": "old-1",
                 "vbs": {"enablers": ["registry"], "running": false}}]}""").statusCode(201);
        clock(BEFORE);
    }

    @Test
    void aHotpatchOfferedByHandDivertsFunctionsWithoutARestart() {
        offer("web-1", "KB2");
        clock(AFTER);

        node("web-1").body("kb", equalTo("KB2")).body("memory.hooks", greaterThan(0));
        get("web-1/hooks")
                .body("items.state", everyItem(equalTo("active")))
                .body("items.kb", everyItem(equalTo("KB2")))
                .body("items.oldAddress", everyItem(matchesPattern("0x[0-9a-f]{16}")));
        get("web-1/updates").body("items.how", contains("hotpatch")).body("items.restart", contains(false));
        get("web-1/timeline").body("items.text", hasItem("hooking"));
        get("web-1/memory/pages?limit=1000")
                .body("items.findAll { it.after.writable && it.after.executable }", empty());
    }

    @Test
    void anEarlierInstantIsRebuiltFromTheLog() {
        offer("web-1", "KB2");
        clock(AFTER);

        get("web-1?at=" + BEFORE).body("state", equalTo("downloading")).body("memory.hooks", equalTo(0));
        get("web-1/hooks?at=2025-02-01T00:00:00Z").body("items", empty());
        get("web-1?at=2025-03-01T00:00:00Z").statusCode(400).body("detail", startsWith("at: '2025-03"));
        get("web-1?at=noon").statusCode(400);
    }

    @Test
    void aRestartedServiceRebuildsWhatItHadInMemory() {
        offer("web-1", "KB2");
        clock("2025-02-11T18:02:00Z");
        post("web-1/faults", "{\"fault\": \"process-exits\", \"value\": 3}", null)
                .statusCode(202);
        clock(AFTER);
        NodeService restarted = new NodeService(fleets, new NodeCache(log, packages, config), log, packages);
        NodeService running = new NodeService(fleets, new NodeCache(log, packages, config), log, packages);
        clock("2025-02-11T21:00:00Z");
        running.view(fleet, "web-1", null);
        running.accept(fleet, "web-1", InputForm.of(Type.RESTART), null);
        clock("2025-02-11T22:00:00Z");

        assertThat(restarted.view(fleet, "web-1", null)).isEqualTo(running.view(fleet, "web-1", null));
        ItemPage.Part all = new ItemPage.Part(fleet, "web-1", null, null, 1_000);
        assertThat(restarted.part(all, MemoryForm::hooks, MemoryForm.HookView::function))
                .isEqualTo(running.part(all, MemoryForm::hooks, MemoryForm.HookView::function));
    }

    @Test
    void theSameKeyActsOnceAndAnswersTheSame() {
        String first = post("web-1/restart", "", "k1").statusCode(202).extract().asString();
        clock(AFTER);
        String second =
                post("web-1/restart", "", "k1").statusCode(202).extract().asString();

        post("web-1/withdrawal", "", "k1")
                .statusCode(409)
                .body("type", equalTo("urn:hotfleet:problem:idempotency-key-reused"));

        assertThat(second).isEqualTo(first);
        get("web-1/timeline").body("items.findAll { it.kind == 'restart' }.size()", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "corrupt-package,   0,   package-corrupt,   retry",
        "bad-signature,     0,   signature-broken,  hold",
        "wrong-base-image,  0,   wrong-image,       fall-back",
        "table-full,        0,   table-full,        fall-back",
        "hook-fails,        2,   hook-failed,       retry",
        "digest-mismatch,   1,   digest-differs,    retry",
        "arc-disconnected,  0,   arc-disconnected,  fall-back",
        "disk-full,         0,   disk-full,         retry",
        "clock-skew,        900, clock-skewed,      retry",
        "power-loss,        0,   interrupted,       retry"
    })
    void aFaultByRestEndsTheInstallationWithItsCode(String fault, int value, String code, String next) {
        String lay = "{\"fault\": \"%s\", \"value\": %d}".formatted(fault, value);
        if (fault.equals("power-loss")) {
            offer("web-1", "KB2");
            clock("2025-02-11T18:00:30Z");
            post("web-1/faults", lay, null).statusCode(202);
        } else {
            post("web-1/faults", lay, null).statusCode(202);
            offer("web-1", "KB2");
        }
        clock("2025-02-11T18:30:00Z");

        node("web-1")
                .body("state", equalTo("rolled-back"))
                .body("failure.code", equalTo(code))
                .body("failure.next", equalTo(next))
                .body("failure.running", equalTo("KB1"))
                .body("memory.hooks", equalTo(0));
    }

    @Test
    void powerIsLostInTheStepThatIsAskedFor() {
        post("web-1/faults", "{\"fault\": \"power-loss\", \"step\": \"hook\"}", null)
                .statusCode(202);
        post("web-1/faults", "{\"fault\": \"disk-full\", \"step\": \"hook\"}", null)
                .statusCode(400);
        offer("web-1", "KB2");
        clock(AFTER);

        get("web-1/timeline").body("items.text", hasItem("power lost while HOOK"));
        node("web-1").body("kb", equalTo("KB2")).body("memory.hooks", greaterThan(0));
    }

    @Test
    void healedAndTriedAgainItIsInstalled() {
        post("web-1/faults", "{\"fault\": \"disk-full\"}", null);
        offer("web-1", "KB2");
        clock("2025-02-11T18:30:00Z");
        post("web-1/faults", "{\"fault\": \"disk-full\", \"heal\": true}", null);
        clock(AFTER);

        node("web-1").body("kb", equalTo("KB2")).body("failure", equalTo(null)).body("faults", equalTo(Map.of()));
    }

    @Test
    void aHungThreadHoldsOldCodeUntilTheRestart() {
        post("web-1/faults", "{\"fault\": \"hung-thread\"}", null);
        offer("web-1", "KB2");
        clock("2025-03-01T00:00:00Z");

        get("web-1/retained").body("items.holders.flatten().process", hasItem("System"));
        post("web-1/restart", "", null);
        clock("2025-03-01T01:00:00Z");
        get("web-1/retained").body("items", empty());
    }

    @Test
    void vbsAndEntitlementGateTheHotpatch() {
        offer("old-1", "KB2");
        post("web-2/entitlement", "{}", null).statusCode(202);
        offer("web-2", "KB2");
        clock(AFTER);

        node("old-1").body("vbs.status", equalTo(1)).body("failure.code", equalTo("vbs-not-running"));
        node("web-2").body("entitledUntil", equalTo(null)).body("failure.code", equalTo("not-entitled"));
    }

    @Test
    void vbsThatIsSwitchedOnRunsAfterTheRestart() {
        post("old-1/vbs", "{\"enabler\": \"hvci\", \"on\": true}", null).statusCode(202);
        node("old-1").body("vbs.status", equalTo(1));
        post("old-1/restart", "", null);
        clock(AFTER);

        node("old-1").body("vbs.status", equalTo(2)).body("vbs.enablers", contains("hvci", "registry"));
    }

    @Test
    void withdrawalLeadsBackToTheBaseline() {
        offer("web-1", "KB2");
        clock(AFTER);
        post("web-1/withdrawal", "", null).statusCode(202);
        clock("2025-02-11T22:00:00Z");

        node("web-1").body("failure.code", equalTo("withdrawn")).body("disk.registered", equalTo(null));
        get("web-1/updates").body("items.how", contains("hotpatch", "uninstalled", "files"));
    }

    @Test
    void nodesAreListedPageByPageAndByState() {
        offer("web-2", "KB2");
        clock(AFTER);

        get("?limit=2").body("items.node", contains("web-1", "web-2")).body("next", equalTo("web-2"));
        get("?limit=2&after=web-2")
                .body("items.node", contains("web-3", "old-1"))
                .body("next", equalTo(null));
        get("?kb=KB2").body("items.node", contains("web-2"));
        get("?state=rolled-back").body("items", empty());
    }

    @Test
    void pagesOfMemoryMeetWithoutGapOrRepetition() {
        offer("web-1", "KB2");
        clock(AFTER);
        List<String> all = get("web-1/memory?limit=1000").extract().path("items.address");
        List<String> paged = new ArrayList<>();
        String after = "";
        for (int i = 0; i < 100 && after != null; i++) {
            ValidatableResponse page = get("web-1/memory?limit=50&after=" + after);
            List<String> items = page.extract().path("items.address");
            paged.addAll(items);
            after = page.extract().path("next");
        }

        assertThat(paged).isEqualTo(all).isSorted().doesNotHaveDuplicates();
        get("web-1/memory?image=tcpip.sys").body("items.owner", hasItem("tcpip.sys"));
    }

    @Test
    void unknownNamesAreSaid() {
        get("web-9").statusCode(404).body("type", equalTo("urn:hotfleet:problem:node-not-found"));
        post("web-1/updates", "{\"kb\": \"KB99\"}", null).statusCode(400).body("detail", startsWith("/kb: 'KB99'"));
        post("web-1/faults", "{\"fault\": \"bad-luck\"}", null)
                .statusCode(400)
                .body("detail", startsWith("/fault: 'bad-luck'"));
        get("web-1/timeline").body("items.kind", not(hasItem("fault")));
    }

    private void offer(String node, String kb) {
        post(node + "/updates", "{\"kb\": \"" + kb + "\"}", null).statusCode(202);
    }

    private ValidatableResponse node(String node) {
        return get(node).statusCode(200);
    }

    private ValidatableResponse get(String rest) {
        String nodes = path + "/nodes";
        return given().get(rest.startsWith("?") ? nodes + rest : nodes + "/" + rest)
                .then();
    }

    private ValidatableResponse post(String rest, String body, String key) {
        return given().contentType("application/json")
                .headers(key == null ? Map.of() : Map.of("Idempotency-Key", key))
                .body(body)
                .post(path + "/nodes/" + rest)
                .then();
    }

    private void clock(String to) {
        send("POST", path + "/clock", "{\"to\": \"" + to + "\"}").statusCode(200);
    }

    private static ValidatableResponse send(String method, String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .request(method, path)
                .then();
    }
}
