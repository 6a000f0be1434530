package io.hotfleet.licensing;

import io.hotfleet.licensing.eligibility.Fact;
import io.hotfleet.licensing.eligibility.Facts;
import io.hotfleet.licensing.eligibility.Product;
import java.util.EnumMap;
import java.util.Map;

/// Machines that pass every gate; tests change what they are about.
public final class Samples {
    private Samples() {}

    public static Facts server2025() {
        return passing(Product.SERVER_2025, "datacenter", "on-premises");
    }

    public static Facts azureEdition2025() {
        return passing(Product.SERVER_2025, "datacenter-azure-edition", "azure");
    }

    public static Facts azureEdition2022() {
        return passing(Product.SERVER_2022_AZURE_EDITION, "datacenter-azure-edition", "azure");
    }

    public static Facts client() {
        return passing(Product.WINDOWS_11, "enterprise", "on-premises");
    }

    public static Facts with(Facts facts, Fact fact, String value) {
        return facts.with(Map.of(fact, value));
    }

    private static Facts passing(String product, String edition, String platform) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.PRODUCT, product);
        facts.put(Fact.EDITION, edition);
        facts.put(Fact.PLATFORM, platform);
        facts.put(Fact.OS_BUILD, "released");
        facts.put(Fact.INSTALL_OPTION, "core");
        facts.put(Fact.IMAGE, "listed");
        facts.put(Fact.FIRMWARE, "uefi-secure-boot");
        facts.put(Fact.VBS, "running");
        facts.put(Fact.HOT_PATCH_TABLE, "on");
        facts.put(Fact.ARC, "connected");
        facts.put(Fact.SUBSCRIPTION, "active");
        facts.put(Fact.LICENCE, "enabled");
        facts.put(Fact.OPT_IN, "true");
        facts.put(Fact.PATCH_MODE, "automatic-by-platform");
        facts.put(Fact.EXTENSION, "healthy");
        facts.put(Fact.UPDATE_SOURCE, "windows-update");
        facts.put(Fact.POLICY, "allow");
        facts.put(Fact.CHPE, "off");
        facts.put(Fact.CORES, "16");
        return new Facts(facts);
    }
}
