package io.hotfleet.licensing.eligibility;

/// The products that the release calendars know.
public final class Product {
    public static final String SERVER_2025 = "windows-server-2025";
    public static final String SERVER_2022_AZURE_EDITION = "windows-server-2022-azure-edition";
    public static final String SERVER_2022 = "windows-server-2022";
    public static final String WINDOWS_11 = "windows-11-24h2";

    private Product() {}
}
