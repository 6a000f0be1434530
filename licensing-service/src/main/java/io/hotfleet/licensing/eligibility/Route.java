package io.hotfleet.licensing.eligibility;

import static io.hotfleet.licensing.eligibility.Gate.ARC;
import static io.hotfleet.licensing.eligibility.Gate.BUILD;
import static io.hotfleet.licensing.eligibility.Gate.CHPE;
import static io.hotfleet.licensing.eligibility.Gate.EDITION;
import static io.hotfleet.licensing.eligibility.Gate.EXTENSION;
import static io.hotfleet.licensing.eligibility.Gate.FIRMWARE;
import static io.hotfleet.licensing.eligibility.Gate.IMAGE;
import static io.hotfleet.licensing.eligibility.Gate.INSTALL_OPTION;
import static io.hotfleet.licensing.eligibility.Gate.LICENCE;
import static io.hotfleet.licensing.eligibility.Gate.OPT_IN;
import static io.hotfleet.licensing.eligibility.Gate.PATCH_MODE;
import static io.hotfleet.licensing.eligibility.Gate.PLATFORM;
import static io.hotfleet.licensing.eligibility.Gate.POLICY;
import static io.hotfleet.licensing.eligibility.Gate.SUBSCRIPTION;
import static io.hotfleet.licensing.eligibility.Gate.TABLE_SIZE;
import static io.hotfleet.licensing.eligibility.Gate.UPDATE_SOURCE;
import static io.hotfleet.licensing.eligibility.Gate.VBS_NOT_RUNNING;

import java.util.List;

/// How a machine comes to its hotpatches, and with it the gates on its way, in order.
public enum Route {
    /// Windows Server 2025 Standard and Datacenter outside Azure: a licence that Azure Arc delivers.
    ARC_LICENCE(List.of(
            EDITION,
            BUILD,
            PLATFORM,
            FIRMWARE,
            VBS_NOT_RUNNING,
            TABLE_SIZE,
            ARC,
            SUBSCRIPTION,
            LICENCE,
            OPT_IN,
            UPDATE_SOURCE)),
    /// The same editions inside Azure, where no licence for them exists.
    STRANDED_IN_AZURE(List.of(EDITION, BUILD, PLATFORM, FIRMWARE, VBS_NOT_RUNNING, TABLE_SIZE, OPT_IN, UPDATE_SOURCE)),
    /// Azure Edition on Azure or Azure Local: included in the edition, bound to the image.
    AZURE_IMAGE(List.of(
            EDITION,
            BUILD,
            INSTALL_OPTION,
            PLATFORM,
            IMAGE,
            FIRMWARE,
            VBS_NOT_RUNNING,
            TABLE_SIZE,
            OPT_IN,
            PATCH_MODE,
            EXTENSION,
            UPDATE_SOURCE)),
    /// Azure Edition anywhere else.
    STRANDED_OUTSIDE_AZURE(List.of(
            EDITION, BUILD, INSTALL_OPTION, PLATFORM, FIRMWARE, VBS_NOT_RUNNING, TABLE_SIZE, OPT_IN, UPDATE_SOURCE)),
    /// Editions that no way leads to.
    NONE(List.of(EDITION, BUILD, FIRMWARE, VBS_NOT_RUNNING, TABLE_SIZE, UPDATE_SOURCE)),
    /// Windows 11: a licence of the user's plan and a quality update policy.
    CLIENT_POLICY(List.of(LICENCE, BUILD, POLICY, VBS_NOT_RUNNING, CHPE));

    private final List<Gate> gates;

    Route(List<Gate> gates) {
        this.gates = gates;
    }

    List<Gate> gates() {
        return gates;
    }

    boolean isAzureEdition() {
        return this == AZURE_IMAGE || this == STRANDED_OUTSIDE_AZURE;
    }

    /// Where edition or platform is unknown the machine is led the way it would most likely go.
    public static Route of(Facts facts) {
        return switch (facts.value(Fact.PRODUCT)) {
            case Product.WINDOWS_11 -> CLIENT_POLICY;
            case Product.SERVER_2022_AZURE_EDITION -> azureEdition(facts);
            case Product.SERVER_2025 -> server2025(facts);
            default -> NONE;
        };
    }

    private static Route server2025(Facts facts) {
        boolean inAzure = facts.is(Fact.PLATFORM, "azure");
        return switch (facts.value(Fact.EDITION)) {
            case "standard", "datacenter" -> inAzure ? STRANDED_IN_AZURE : ARC_LICENCE;
            case "datacenter-azure-edition" -> azureEdition(facts);
            case Facts.UNKNOWN -> inAzure ? AZURE_IMAGE : ARC_LICENCE;
            default -> NONE;
        };
    }

    private static Route azureEdition(Facts facts) {
        return switch (facts.value(Fact.PLATFORM)) {
            case "azure", "azure-local", Facts.UNKNOWN -> AZURE_IMAGE;
            default -> STRANDED_OUTSIDE_AZURE;
        };
    }
}
