package io.hotfleet.patch.catalog;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.hotfleet.rest.Batch;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReleaseResourceTest {
    private static final String ROW = """
            {"product": "%s", "month": "2026-06", "releaseDate": "2026-06-09", "kind": "BASELINE", "kb": "%s",
             "planned": false, "restart": "ALWAYS", "track": "SETS", "baseline": "%s", "note": "%s"}""";

    @Inject
    Catalogues catalogues;

    @Inject
    Pool pool;

    @Test
    void theFirstStartSeedsTheShippedReleases() {
        Catalogue catalogue = catalogues.current().await().indefinitely();

        assertThat(catalogue.rows()).containsAll(ShippedReleases.all());
    }

    @Test
    void pagesTogetherGiveEveryReleaseOnce() {
        List<String> seen = new ArrayList<>();
        String after = "";
        for (int page = 0; after != null && page < 20; page++) {
            JsonPath body = given().queryParam("product", "windows-11-24h2")
                    .queryParam("limit", 7)
                    .queryParam("after", after.isEmpty() ? "0000:a:b" : after)
                    .get("/api/v1/releases")
                    .jsonPath();
            seen.addAll(body.getList("items.kb"));
            after = body.getString("next");
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(ShippedReleases.catalogue().releases("windows-11-24h2").stream()
                        .map(Release::kb)
                        .toList());
    }

    @Test
    void filtersByMonthKindAndTrack() {
        given().queryParam("product", "windows-server-2025")
                .queryParam("from", "2025-10")
                .queryParam("to", "2025-10")
                .queryParam("kind", "OUT_OF_BAND")
                .queryParam("track", "KEEPS")
                .get("/api/v1/releases")
                .then()
                .statusCode(200)
                .body("items.kb", contains("KB5070893"))
                .body("next", nullValue());
    }

    @Test
    void listsWhatWindowsServer2022UsesOfTheAzureEdition() {
        given().queryParam("product", "windows-server-2022")
                .get("/api/v1/releases")
                .then()
                .body("items.kb", hasItem("KB5066782"))
                .body("items.kind", everyItem(not(equalTo("HOTPATCH"))));
    }

    @Test
    void refusesUnreadableParametersWithTheirNames() {
        given().queryParam("kind", "PREVIEW")
                .get("/api/v1/releases")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("kind"));
        given().queryParam("from", "2025")
                .get("/api/v1/releases")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("from"));
        given().queryParam("limit", "0")
                .get("/api/v1/releases")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("limit"));
        given().queryParam("after", "x")
                .get("/api/v1/releases")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("after"));
    }

    @Test
    void showsOneReleaseInTheFormOfTheReleaseData() {
        when().get("/api/v1/releases/windows-server-2025/KB5070893")
                .then()
                .statusCode(200)
                .body("month", is("2025-10"))
                .body("releaseDate", is("2025-10-24"))
                .body("restart", is("WSUS_ROLE_ONLY"))
                .body("track", is("KEEPS"));
    }

    @Test
    void anUnknownReleaseIsAProblem() {
        when().get("/api/v1/releases/windows-server-2025/KB1234567")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("urn:hotfleet:problem:release-not-found"))
                .body("detail", containsString("KB1234567"));
    }

    @Test
    void tellsWhatSupersedesWhat() {
        when().get("/api/v1/releases/windows-server-2025/KB5072014/supersedes")
                .then()
                .statusCode(200)
                .body("supersedes", contains("KB5068966", "KB5070893"))
                .body("supersededBy", hasItem("KB5073379"));
    }

    @Test
    void anImportIsLastingAndRepeatableAndCanBeTakenBack() {
        String row = ROW.formatted("test-lasting", "KB9000001", "KB9000001", "first");

        post("[" + row + "]").statusCode(200).body("created", is(1)).body("unchanged", is(0));
        post("[" + row + "]").statusCode(200).body("created", is(0)).body("unchanged", is(1));
        assertThat(catalogues.current().await().indefinitely().newestMonth("test-lasting"))
                .contains(YearMonth.of(2026, 6));
        when().delete("/api/v1/releases/test-lasting/KB9000001").then().statusCode(204);
        when().get("/api/v1/releases/test-lasting/KB9000001").then().statusCode(404);
    }

    @Test
    void anotherReplicaSeesAnImportAtItsNextQuestion() {
        Catalogues replica = new Catalogues(pool);
        Catalogue before = replica.current().await().indefinitely();

        post("[" + ROW.formatted("test-replica", "KB9000001", "KB9000001", "") + "]")
                .statusCode(200);

        assertThat(before.find("test-replica", "KB9000001")).isEmpty();
        assertThat(replica.current().await().indefinitely().find("test-replica", "KB9000001"))
                .isPresent();
    }

    @Test
    void anUnchangedCatalogueIsNotReadAgain() {
        Catalogues replica = new Catalogues(pool);

        Catalogue first = replica.current().await().indefinitely();

        assertThat(replica.current().await().indefinitely()).isSameAs(first);
    }

    @Test
    void otherContentForAKnownReleaseIsAConflictThatNamesTheFields() {
        post("[" + ROW.formatted("test-conflict", "KB9000001", "KB9000001", "first") + "]")
                .statusCode(200);

        String other = "[" + ROW.formatted("test-conflict", "KB9000002", "KB9000002", "new") + ","
                + ROW.formatted("test-conflict", "KB9000001", "KB9000001", "second") + "]";

        post(other)
                .statusCode(409)
                .body("type", is("urn:hotfleet:problem:release-conflict"))
                .body("errors.pointer", contains("/1/note"))
                .body("errors[0].detail", containsString("'first', the import says 'second'"));
        when().get("/api/v1/releases/test-conflict/KB9000002").then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body(other)
                .post("/api/v1/releases?replace=true")
                .then()
                .statusCode(200)
                .body("created", is(1))
                .body("replaced", is(1));
        when().get("/api/v1/releases/test-conflict/KB9000001").then().body("note", is("second"));
    }

    @Test
    void takingAReplacementBackRestoresTheShippedRow() {
        Release shipped = ShippedReleases.find("windows-server-2025", "KB5046696");
        String other = """
                [{"product": "windows-server-2025", "month": "2024-11", "releaseDate": "2024-11-13", "kind": "HOTPATCH",
                  "kb": "KB5046696", "planned": true, "restart": "NEVER", "track": "KEEPS", "baseline": null}]""";

        given().contentType(ContentType.JSON)
                .body(other)
                .post("/api/v1/releases?replace=true")
                .then()
                .statusCode(200);
        when().delete("/api/v1/releases/windows-server-2025/KB5046696").then().statusCode(204);

        assertThat(catalogues.current().await().indefinitely().find("windows-server-2025", "KB5046696"))
                .contains(shipped);
        when().delete("/api/v1/releases/windows-server-2025/KB5046696")
                .then()
                .statusCode(409)
                .body("type", is("urn:hotfleet:problem:release-shipped"));
    }

    @Test
    void takesOneReleaseALine() {
        String lines = ROW.replace("\n", " ").formatted("test-lines", "KB9000001", "KB9000001", "a") + "\n"
                + ROW.replace("\n", " ").formatted("test-lines", "KB9000002", "KB9000002", "b") + "\n";

        given().config(config().encoderConfig(encoderConfig().encodeContentTypeAs(Batch.NDJSON, ContentType.TEXT)))
                .contentType(Batch.NDJSON)
                .body(lines)
                .post("/api/v1/releases")
                .then()
                .statusCode(200)
                .body("received", is(2))
                .body("created", is(2));
    }

    @Test
    void refusesABatchThatIsTooLong() {
        String rows = IntStream.range(0, 1_001)
                .mapToObj(i -> ROW.formatted("test-long", "KB" + (9_000_000 + i), "KB" + (9_000_000 + i), ""))
                .collect(Collectors.joining(",", "[", "]"));

        post(rows).statusCode(413).body("type", is("urn:hotfleet:problem:too-large"));
    }

    @Test
    void refusesForecastsAndTellsEveryFieldAtFault() {
        post("[" + ROW.formatted("test-forecast", "FORECAST-x-2026-06", "FORECAST-x-2026-06", "") + "]")
                .statusCode(400)
                .body("errors[0].pointer", is("/0/kb"));
        post("[{\"product\": 7, \"kind\": \"X\"}]").statusCode(400).body("errors", hasSize(7));
        post("{}").statusCode(400).body("detail", containsString("JSON array"));
        post("[{").statusCode(400).body("type", is("urn:hotfleet:problem:bad-json"));
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/releases")
                .then();
    }
}
