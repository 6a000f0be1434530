package io.hotfleet.licensing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/// Calls as short as the tests need them.
public final class Rest {
    public static final String FLEETS = "/api/v1/fleets/";
    public static final String LIVE = "{}";

    private Rest() {}

    public static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    public static RequestSpecification ndjson(String body) {
        return given().contentType("application/x-ndjson").body(body.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    public static JsonPath ok(ValidatableResponse answer) {
        return answer.statusCode(200).extract().jsonPath();
    }

    /// The problem document, and proof that it is one.
    public static JsonPath problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
    }
}
