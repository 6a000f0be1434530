package io.hotfleet.patch.calendar;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CalendarResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void slotsAnswerTheGoldenBody() throws Exception {
        JsonNode golden = JSON.readTree(Files.readString(Path.of("../contract/patch/slots.json")));

        String answer = given().queryParam("from", "2026-01")
                .queryParam("to", "2026-07")
                .get("/api/v1/products/windows-server-2025/slots")
                .asString();

        assertThat(JSON.readTree(answer)).isEqualTo(golden);
    }

    @Test
    void listsTheProducts() {
        when().get("/api/v1/products")
                .then()
                .statusCode(200)
                .body(
                        "items.product",
                        hasItems(
                                "windows-11-24h2",
                                "windows-server-2022",
                                "windows-server-2022-azure-edition",
                                "windows-server-2025"));
    }

    @Test
    void theCalendarSpansAllKnownMonthsAndAYearAhead() {
        when().get("/api/v1/products/windows-server-2025/calendar")
                .then()
                .statusCode(200)
                .body("firstMonth", is("2024-11"))
                .body("newestMonth", is("2026-05"))
                .body("months", hasSize(19 + 12))
                .body("months[0].text", startsWith("Hotpatch KB5046696"));
    }

    @Test
    void theCalendarCanBeSubscribedTo() {
        when().get("/api/v1/products/windows-server-2025/calendar.ics")
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .body(startsWith("BEGIN:VCALENDAR\r\n"));
    }

    @Test
    void refusesUnknownProductsAndSpansThatMakeNoSense() {
        when().get("/api/v1/products/windows-95/slots")
                .then()
                .statusCode(404)
                .body("type", is("urn:hotfleet:problem:product-not-found"))
                .body("detail", containsString("windows-server-2025"));
        when().get("/api/v1/products/windows-server-2025/slots?from=2026-07&to=2026-06")
                .then()
                .statusCode(400);
        when().get("/api/v1/products/windows-server-2025/slots?from=2006-07&to=2046-06")
                .then()
                .statusCode(400);
    }
}
