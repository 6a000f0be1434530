package io.hotfleet.simulator.inventory;

import java.util.List;
import java.util.Optional;

/// The one list of the builds of Windows: what each is called, which product's releases it takes, and from which
/// revision on it hotpatches. `contract/windows-builds.json` says the same to the other services.
///
/// @param product null where the build hotpatches under no product
/// @param revisionX64 the smallest revision that hotpatches, `revisionArm64` the same on Arm
public record WindowsBuild(int build, boolean server, String name, String product, int revisionX64, int revisionArm64) {
    public static final String SERVER_2022 = "windows-server-2022";
    public static final String AZURE_EDITION_2022 = "windows-server-2022-azure-edition";

    private static final String SERVER_2025 = "windows-server-2025";
    private static final String CLIENT = "windows-11-24h2";

    /// In order of their numbers.
    public static final List<WindowsBuild> LIST = List.of(
            new WindowsBuild(20_348, true, "Windows Server 2022", SERVER_2022, 0, 0),
            new WindowsBuild(26_100, true, "Windows Server 2025", SERVER_2025, 1_742, 1_742),
            new WindowsBuild(26_100, false, "Windows 11 24H2", CLIENT, 2_033, 4_929),
            new WindowsBuild(26_200, false, "Windows 11 25H2", CLIENT, 0, 0),
            new WindowsBuild(26_300, false, "Windows 11 26H2", CLIENT, 0, 0),
            new WindowsBuild(28_000, false, "Windows 11 26H1", null, 0, 0));

    public static Optional<WindowsBuild> of(int build, boolean server) {
        return LIST.stream()
                .filter(one -> one.build == build && one.server == server)
                .findFirst();
    }

    /// Whether machines of the product may have this build; later builds of servers are previews of what follows.
    public static boolean fits(String product, int build) {
        return LIST.stream().anyMatch(one -> one.build == build && one.serves(product))
                || SERVER_2025.equals(product) && build > 26_100;
    }

    private boolean serves(String told) {
        return told.equals(product) || SERVER_2022.equals(product) && AZURE_EDITION_2022.equals(told);
    }

    /// The build's name without regard to the product that somebody takes it for.
    public static String name(int build) {
        return LIST.stream()
                .filter(one -> one.build == build)
                .map(one -> one.name)
                .findFirst()
                .orElse("Windows");
    }

    /// Whether a build of a product is `released`, or a `preview`, which is anything below the smallest revision that
    /// hotpatches, or behind the list's end; null where what is told does not decide.
    ///
    /// @param told such as `26100.6899` or `26100`
    /// @param architecture x64, arm64 or null
    public static String state(String product, String told, String architecture) {
        String[] parts = told.split("\\.");
        int number = Integer.parseInt(parts[0]);
        Integer revision = parts.length == 1 ? null : Integer.valueOf(parts[1]);
        for (WindowsBuild one : LIST) {
            if (one.build == number && one.serves(product)) {
                return one.state(revision, architecture);
            }
        }
        return fits(product, number) ? "preview" : null;
    }

    /// @param revision null where nobody tells it
    private String state(Integer revision, String architecture) {
        int least = "arm64".equals(architecture) ? revisionArm64 : revisionX64;
        int most = architecture == null ? revisionArm64 : least;
        if (revision == null) {
            return most == 0 ? "released" : null;
        }
        return revision >= most ? "released" : revision < least ? "preview" : null;
    }
}
