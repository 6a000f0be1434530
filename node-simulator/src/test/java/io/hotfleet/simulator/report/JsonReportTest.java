package io.hotfleet.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
    private static final JsonSchema SCHEMA = schema();

    @Test
    void givesTheBytesOfTheContract() throws IOException {
        Report report = JsonReport.read(Golden.read(Golden.CONTRACT.resolve("report.json")));

        byte[] json = JsonReport.render(report);

        Golden.assertSame(Golden.CONTRACT.resolve("report.json"), json);
    }

    @Test
    void givesTheCheckOfTheContract() {
        byte[] json = JsonReport.render(Samples.check());

        Golden.assertSame(Golden.CONTRACT.resolve("check.json"), json);
    }

    @Test
    void keepsTrailingZerosOfMoneyAndRoundsHalfUp() {
        Report.Cost cost = new Report.Cost("USD", new BigDecimal("1E+3"), new BigDecimal("0.005"), Map.of());

        assertThat(cost.total().toPlainString()).isEqualTo("1000.00");
        assertThat(cost.wasted().toPlainString()).isEqualTo("0.01");
    }

    @Test
    void nullIsOnlyWhatTheRulesAllow() {
        String json = new String(JsonReport.render(Samples.mixed()), StandardCharsets.UTF_8);

        assertThat(json.lines().filter(line -> line.contains("null")))
                .isNotEmpty()
                .allMatch(line -> line.matches(" *\"(hoursTo95Percent|exposureDays|forecast)\": null,?"));
    }

    @Test
    void writesNoExponentAndEndsWithOneLineFeed() {
        String json = new String(JsonReport.render(Samples.empty()), StandardCharsets.UTF_8);

        assertThat(json).contains("\"total\": 0.00,").endsWith("}\n").doesNotContain("\r", "E+");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void passesItsOwnSchema(String name, Report report) {
        assertThat(errors(new String(JsonReport.render(report), StandardCharsets.UTF_8)))
                .isEmpty();
    }

    static Stream<Arguments> samples() {
        return Samples.all().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void aDamagedReportFailsTheSchema(String name, Consumer<ObjectNode> damage) throws IOException {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(Golden.read(Golden.CONTRACT.resolve("report.json")));

        damage.accept(json);

        assertThat(errors(json.toString())).isNotEmpty();
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("no digest", report -> report.remove("digest")),
                damage("a key nobody knows", report -> report.put("remark", "x")),
                damage("a month 13", report -> report.put("to", "2025-13")),
                damage("a count as text", report -> report.put("servers", "134")),
                damage("a negative count", report -> strategy(report).put("restarts", -1)),
                damage("half a restart", report -> strategy(report).put("restarts", new BigDecimal("0.5"))),
                damage("a strategy missing", report -> ((ObjectNode) report.get("strategies")).remove("CUMULATIVE")),
                damage("an unknown gate", report -> ((ObjectNode) report.at("/eligibility/byGate")).put("MOOD", 1)),
                damage("an unknown kind", report -> ((ObjectNode) report.at("/strategies/HOTPATCH/months/0"))
                        .put("kind", "PREVIEW")),
                damage("a digest cut short", report -> report.put("digest", "sha256:4d0e")));
    }

    private static Arguments damage(String name, Consumer<ObjectNode> damage) {
        return Arguments.of(name, damage);
    }

    private static ObjectNode strategy(JsonNode report) {
        return (ObjectNode) report.at("/strategies/HOTPATCH");
    }

    private static List<String> errors(String json) {
        Set<ValidationMessage> messages = SCHEMA.validate(json, InputFormat.JSON);
        return messages.stream().map(ValidationMessage::getMessage).toList();
    }

    private static JsonSchema schema() {
        InputStream schema = JsonReport.class.getResourceAsStream("/schema/report.schema.json");
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }
}
