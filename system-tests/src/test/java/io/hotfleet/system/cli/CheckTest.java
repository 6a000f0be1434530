package io.hotfleet.system.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.system.stack.Cli;
import io.hotfleet.system.stack.Json;
import io.hotfleet.system.stack.SharedStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who can hotpatch, without a calendar.
@ExtendWith(SharedStack.class)
class CheckTest {

    private static final String CONTOSO =
            Cli.ROOT.resolve("examples/contoso.yaml").toString();
    private static final String MIXED = Cli.ROOT.resolve("examples/mixed.yaml").toString();

    @Test
    void contosoIsToldInText() {
        Cli.Result result = SharedStack.CLI.run("check", CONTOSO, "--at", "2025-01-01");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "Check of contoso at 2025-01-01T00:00:00Z",
                        "124 of 134 servers can hotpatch on 2025-01-01, 10 more after one restart each.",
                        "VBS_NOT_RUNNING  virtualization-based security is not running       10",
                        "Switch on VBS",
                        "legacy-10");
    }

    @Test
    void contosoIsToldInJsonMachineByMachine() {
        JsonNode check = json(CONTOSO);

        assertThat(check.path("at").asText()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(check.path("eligibility").toString())
                .isEqualTo("{\"eligible\":124,\"afterFixes\":134,\"blocked\":10,\"unknown\":0,"
                        + "\"byGate\":{\"VBS_NOT_RUNNING\":10}}");
        assertThat(check.path("workList"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("machines").asInt()).isEqualTo(10));
        assertThat(check.path("machines")).hasSize(134);
    }

    @Test
    void aMixedFleetFailsAtManyGates() {
        JsonNode check = json(MIXED);

        assertThat(check.path("eligibility").toString())
                .isEqualTo(
                        "{\"eligible\":108,\"afterFixes\":135,\"blocked\":37,\"unknown\":6,\"byGate\":{\"EDITION\":10,"
                                + "\"BUILD\":1,\"INSTALL_OPTION\":1,\"FIRMWARE\":5,\"VBS_NOT_RUNNING\":9,\"ARC\":5,\"LICENCE\":5,"
                                + "\"OPT_IN\":3,\"PATCH_MODE\":1,\"CHPE\":1,\"UPDATE_SOURCE\":2}}");
        assertThat(check.path("workList")).hasSize(15);
        assertThat(check.path("machines")).hasSize(151);
    }

    private static JsonNode json(String fleet) {
        Cli.Result result = SharedStack.CLI.run("check", fleet, "--at", "2025-01-01", "--json", "-");
        assertThat(result.exitCode()).as("said: %s", result.err()).isZero();
        return Json.parse(result.out());
    }
}
