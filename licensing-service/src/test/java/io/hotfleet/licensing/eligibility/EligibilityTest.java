package io.hotfleet.licensing.eligibility;

import static io.hotfleet.licensing.Samples.azureEdition2022;
import static io.hotfleet.licensing.Samples.azureEdition2025;
import static io.hotfleet.licensing.Samples.client;
import static io.hotfleet.licensing.Samples.server2025;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.licensing.Samples;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EligibilityTest {
    private static final Map<String, Facts> MACHINES =
            Map.of("2025", server2025(), "AE25", azureEdition2025(), "AE22", azureEdition2022(), "W11", client());

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2025 | product=windows-server-2025       | ELIGIBLE
            2025 | edition=standard                  | ELIGIBLE
            2025 | platform=other-cloud              | ELIGIBLE
            2025 | platform=azure-local              | ELIGIBLE
            2025 | installOption=desktop             | ELIGIBLE
            2025 | installOption=unknown             | ELIGIBLE
            2025 | image=other                       | ELIGIBLE
            2025 | patchMode=other                   | ELIGIBLE
            2025 | extension=missing                 | ELIGIBLE
            2025 | policy=off                        | ELIGIBLE
            2025 | chpe=on                           | ELIGIBLE
            2025 | cores=unknown                     | ELIGIBLE
            2025 | edition=essentials                | BLOCKED  EDITION:FAIL:USE_AN_ELIGIBLE_EDITION
            2025 | edition=unknown                   | UNKNOWN  EDITION:UNKNOWN:FIND_OUT_EDITION
            2025 | product=windows-server-2022       | BLOCKED  EDITION:FAIL:USE_AN_ELIGIBLE_EDITION
            2025 | product=windows-server-2022 edition=datacenter-azure-edition | BLOCKED EDITION:FAIL:USE_AN_ELIGIBLE_EDITION
            2025 | product=windows-server-2022 edition=unknown | BLOCKED EDITION:FAIL:FIND_OUT_EDITION
            2025 | osBuild=preview                   | BLOCKED  BUILD:FAIL:USE_A_RELEASED_BUILD
            2025 | osBuild=unknown                   | UNKNOWN  BUILD:UNKNOWN:FIND_OUT_BUILD
            2025 | platform=azure                    | BLOCKED  PLATFORM:FAIL:USE_A_SUPPORTED_PLATFORM
            2025 | platform=azure licence=disabled arc=none subscription=none | BLOCKED PLATFORM:FAIL:USE_A_SUPPORTED_PLATFORM
            2025 | platform=unknown                  | UNKNOWN  PLATFORM:UNKNOWN:FIND_OUT_PLATFORM
            2025 | firmware=uefi                     | BLOCKED  FIRMWARE:FAIL:ENABLE_SECURE_BOOT fixable restart
            2025 | firmware=bios                     | BLOCKED  FIRMWARE:FAIL:CONVERT_TO_UEFI
            2025 | firmware=unknown                  | UNKNOWN  FIRMWARE:UNKNOWN:FIND_OUT_FIRMWARE
            2025 | vbs=configured                    | BLOCKED  VBS_NOT_RUNNING:FAIL:ENABLE_VBS fixable restart
            2025 | vbs=off                           | BLOCKED  VBS_NOT_RUNNING:FAIL:ENABLE_VBS fixable restart
            2025 | vbs=unknown                       | UNKNOWN  VBS_NOT_RUNNING:UNKNOWN:ENABLE_VBS fixable restart
            2025 | vbs=off firmware=uefi             | BLOCKED  FIRMWARE:FAIL:ENABLE_SECURE_BOOT VBS_NOT_RUNNING:FAIL:ENABLE_VBS fixable restart
            2025 | vbs=off firmware=bios             | BLOCKED  FIRMWARE:FAIL:CONVERT_TO_UEFI VBS_NOT_RUNNING:FAIL:CONVERT_TO_UEFI
            2025 | hotPatchTable=off                 | BLOCKED  TABLE_SIZE:FAIL:SET_TABLE_SIZE fixable restart
            2025 | hotPatchTable=unknown             | UNKNOWN  TABLE_SIZE:UNKNOWN:SET_TABLE_SIZE fixable restart
            2025 | arc=disconnected                  | BLOCKED  ARC:FAIL:CONNECT_ARC fixable
            2025 | arc=none                          | BLOCKED  ARC:FAIL:CONNECT_ARC fixable
            2025 | arc=unknown                       | UNKNOWN  ARC:UNKNOWN:CONNECT_ARC fixable
            2025 | subscription=none                 | BLOCKED  SUBSCRIPTION:FAIL:ATTACH_SUBSCRIPTION fixable
            2025 | subscription=unknown              | UNKNOWN  SUBSCRIPTION:UNKNOWN:ATTACH_SUBSCRIPTION fixable
            2025 | licence=disabled                  | BLOCKED  LICENCE:FAIL:ENABLE_LICENCE fixable
            2025 | licence=unknown                   | UNKNOWN  LICENCE:UNKNOWN:ENABLE_LICENCE fixable
            2025 | optIn=false                       | BLOCKED  OPT_IN:FAIL:OPT_IN fixable
            2025 | optIn=unknown                     | UNKNOWN  OPT_IN:UNKNOWN:OPT_IN fixable
            2025 | updateSource=wsus                 | BLOCKED  UPDATE_SOURCE:FAIL:CHANGE_UPDATE_SOURCE fixable
            2025 | updateSource=unknown              | UNKNOWN  UPDATE_SOURCE:UNKNOWN:CHANGE_UPDATE_SOURCE fixable
            2025 | licence=disabled optIn=false      | BLOCKED  LICENCE:FAIL:ENABLE_LICENCE OPT_IN:FAIL:OPT_IN fixable
            2025 | vbs=off optIn=false               | BLOCKED  VBS_NOT_RUNNING:FAIL:ENABLE_VBS OPT_IN:FAIL:OPT_IN fixable restart
            AE25 | product=windows-server-2025       | ELIGIBLE
            AE25 | platform=azure-local              | ELIGIBLE
            AE25 | installOption=desktop             | ELIGIBLE
            AE25 | arc=none licence=disabled subscription=none | ELIGIBLE
            AE25 | platform=on-premises              | BLOCKED  PLATFORM:FAIL:USE_A_SUPPORTED_PLATFORM
            AE25 | platform=on-premises image=other patchMode=other extension=missing | BLOCKED PLATFORM:FAIL:USE_A_SUPPORTED_PLATFORM
            AE25 | platform=unknown                  | UNKNOWN  PLATFORM:UNKNOWN:FIND_OUT_PLATFORM
            AE25 | image=other                       | BLOCKED  IMAGE:FAIL:REDEPLOY_FROM_A_LISTED_IMAGE
            AE25 | image=unknown                     | UNKNOWN  IMAGE:UNKNOWN:FIND_OUT_IMAGE
            AE25 | optIn=false                       | BLOCKED  OPT_IN:FAIL:OPT_IN fixable
            AE25 | patchMode=other                   | BLOCKED  PATCH_MODE:FAIL:SET_PATCH_MODE fixable
            AE25 | extension=missing                 | BLOCKED  EXTENSION:FAIL:REPAIR_EXTENSION fixable
            AE25 | updateSource=wsus                 | BLOCKED  UPDATE_SOURCE:FAIL:CHANGE_UPDATE_SOURCE fixable
            AE22 | installOption=core                | ELIGIBLE
            AE22 | installOption=desktop             | ELIGIBLE
            AE22 | installOption=desktop image=other | BLOCKED  INSTALL_OPTION:FAIL:USE_A_CORE_OR_HOTPATCH_IMAGE IMAGE:FAIL:REDEPLOY_FROM_A_LISTED_IMAGE
            AE22 | installOption=unknown             | UNKNOWN  INSTALL_OPTION:UNKNOWN:FIND_OUT_INSTALL_OPTION
            AE22 | edition=datacenter                | BLOCKED  EDITION:FAIL:USE_AN_ELIGIBLE_EDITION
            AE22 | platform=other-cloud              | BLOCKED  PLATFORM:FAIL:USE_A_SUPPORTED_PLATFORM
            W11  | edition=pro                       | ELIGIBLE
            W11  | arc=none platform=unknown optIn=false updateSource=wsus | ELIGIBLE
            W11  | licence=disabled                  | BLOCKED  LICENCE:FAIL:ENABLE_LICENCE fixable
            W11  | osBuild=preview                   | BLOCKED  BUILD:FAIL:USE_A_RELEASED_BUILD
            W11  | policy=off                        | BLOCKED  POLICY:FAIL:ALLOW_HOTPATCH_POLICY fixable
            W11  | vbs=off                           | BLOCKED  VBS_NOT_RUNNING:FAIL:ENABLE_VBS fixable restart
            W11  | vbs=off firmware=bios             | BLOCKED  VBS_NOT_RUNNING:FAIL:CONVERT_TO_UEFI
            W11  | vbs=unknown firmware=unknown      | UNKNOWN  VBS_NOT_RUNNING:UNKNOWN:FIND_OUT_FIRMWARE
            W11  | chpe=on                           | BLOCKED  CHPE:FAIL:DISABLE_CHPE fixable restart
            W11  | licence=disabled osBuild=preview  | BLOCKED  LICENCE:FAIL:ENABLE_LICENCE BUILD:FAIL:USE_A_RELEASED_BUILD
            """)
    void gatesDecide(String machine, String changes, String expected) {
        Facts facts = changed(MACHINES.get(machine), changes);

        Verdict verdict = Eligibility.decide(facts);

        assertThat(said(verdict)).isEqualTo(expected.replaceAll(" +", " "));
    }

    @Test
    void aFailureDecidesBeforeAnUnknown() {
        Facts facts = changed(server2025(), "vbs=unknown optIn=false licence=disabled");

        Verdict verdict = Eligibility.decide(facts);

        assertThat(verdict.status()).isEqualTo(Status.BLOCKED);
        assertThat(verdict.first()).isEqualTo(Gate.LICENCE);
        assertThat(verdict.decidingFirst()).containsExactly(Gate.LICENCE, Gate.OPT_IN, Gate.VBS_NOT_RUNNING);
        assertThat(verdict.gates())
                .extracting(Finding::gate)
                .containsExactly(Gate.VBS_NOT_RUNNING, Gate.LICENCE, Gate.OPT_IN);
    }

    @Test
    void nothingKnownButTheProductIsUnknown() {
        Facts facts = new Facts(Map.of(Fact.PRODUCT, Product.SERVER_2025));

        Verdict verdict = Eligibility.decide(facts);

        assertThat(verdict.status()).isEqualTo(Status.UNKNOWN);
        assertThat(verdict.first()).isEqualTo(Gate.EDITION);
        assertThat(verdict.fixable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Remedy.class)
    void everyRemedyHasACommand(Remedy remedy) {
        assertThat(Route.values())
                .allSatisfy(route -> assertThat(remedy.command(route)).isNotBlank());
    }

    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2025 | vbs=off              | Enabled
            2025 | optIn=false          | Disabled
            2025 | optIn=unknown        |
            2025 | licence=disabled     | Not enrolled
            2025 | licence=unknown      |
            2025 | edition=essentials   | Not Available
            AE22 | licence=disabled     | Enabled
            AE22 | optIn=false          | Disabled
            W11  | licence=enabled      | Not Available
            """)
    void thePortalLooksAtTheSwitchesAlone(String machine, String changes, String expected) {
        Facts facts = changed(MACHINES.get(machine), changes);

        assertThat(Eligibility.decide(facts).portalStatus()).isEqualTo(expected);
    }

    private static Facts changed(Facts facts, String changes) {
        Facts changed = facts;
        for (String change : changes.split(" ")) {
            String[] parts = change.split("=");
            changed = Samples.with(changed, Fact.named(parts[0]), parts[1]);
        }
        return changed;
    }

    private static String said(Verdict verdict) {
        String gates = verdict.gates().stream()
                .map(found -> " " + found.gate() + ":" + found.answer() + ":" + found.remedy())
                .collect(Collectors.joining());
        return verdict.status() + gates + (verdict.fixable() ? " fixable" : "") + (verdict.restart() ? " restart" : "");
    }
}
