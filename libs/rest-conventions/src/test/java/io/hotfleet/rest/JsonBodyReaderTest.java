package io.hotfleet.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class JsonBodyReaderTest {
    @Test
    void aBodyWithoutFaultsIsRead() {
        Response answer =
                post("order", "{\"name\": \"a\", \"count\": 2, \"from\": \"2025-01\", \"items\": [{\"name\": \"b\"}]}");

        assertThat(answer.asString()).isEqualTo("Order[name=a, count=2, from=2025-01, items=[Part[name=b]]]");
    }

    @Test
    void allFaultsOfABodyAreToldAtOnce() {
        String body = """
                {"name": 7, "count": "2", "from": "soon", "colour": "red", "items": [{"name": ""}, {"nam": "b"}, 7]}""";

        Response answer = post("order", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactlyInAnyOrder(
                        "/name",
                        "/count",
                        "/from",
                        "/colour",
                        "/items/0/name",
                        "/items/1/nam",
                        "/items/1/name",
                        "/items/2");
    }

    @Test
    void rulesBetweenFieldsAreToldWithTheOthers() {
        Response answer = post("order", "{\"name\": \"ten\", \"count\": 11, \"items\": []}");

        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactlyInAnyOrder("/items", "/count");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            [{"name": "a"}, {"name": "b"}] | application/json
            {"name": "a"} {"name": "b"}    | application/x-ndjson
            """)
    void aBatchIsAnArrayOrLines(String body, String type) {
        Response answer = given().contentType(type).body(body.getBytes()).post("/samples/parts");

        assertThat(answer.asString()).isEqualTo("[Part[name=a], Part[name=b]]");
    }

    @Test
    void allFaultsOfABatchAreToldAtOnce() {
        Response answer = post(
                "parts", "[{\"name\": \"a\"}, 7, {\"name\": \"a\"}, {\"name\": null}, {\"name\": \"{b}\", \"x\": 1}]");

        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactlyInAnyOrder("/1", "/2/name", "/3/name", "/4/x");
    }

    @Test
    void faultsAreToldUpToALimit() {
        String items =
                IntStream.range(0, 1000).mapToObj(_ -> "{\"x\": 1, \"y\": 2}").collect(Collectors.joining(","));

        Response answer = post("parts", "[" + items + "]");

        assertThat(answer.jsonPath().getList("errors")).hasSize(50);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"order, '{\"items\": [%s]}'", "parts, '[%s]'", "parts, '%s'"})
    void moreItemsThanABatchHoldsAreRefused(String path, String body) {
        String items = IntStream.rangeClosed(0, 1000)
                .mapToObj(n -> "{\"name\": \"" + n + "\"}")
                .collect(Collectors.joining(body.equals("%s") ? "\n" : ","));

        assertThat(post(path, body.formatted(items)).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"name":  | bad-json
            7         | invalid
            {} {}     | invalid
            ''        | invalid
            """)
    void whatIsNoObjectIsRefused(String body, String code) {
        Response answer = post("order", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:hotfleet:problem:" + code);
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource({
        "kind=NONE, kind",
        "month=2025-13, month",
        "id=7, id",
    })
    void aParameterThatCannotBeReadIsNamed(String query, String parameter) {
        Response answer = given().get("/samples/typed?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.parameter")).containsExactly(parameter);
    }

    @Test
    void parametersAreTyped() {
        Response answer =
                given().get("/samples/typed?kind=TOO_LARGE&month=2025-01&id=00000000-0000-0001-0000-000000000002");

        assertThat(answer.asString()).isEqualTo("TOO_LARGE 2025-01 00000000-0000-0001-0000-000000000002");
    }

    private static Response post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post("/samples/" + path);
    }
}
