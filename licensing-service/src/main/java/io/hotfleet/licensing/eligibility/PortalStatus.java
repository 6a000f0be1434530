package io.hotfleet.licensing.eligibility;

import java.util.Optional;

/// The words of the portal's hotpatch column. It looks at licence and opt-in alone: a machine whose
/// virtualization-based security does not run is "Enabled" there all the same.
public enum PortalStatus {
    NOT_AVAILABLE("Not Available"),
    NOT_ENROLLED("Not enrolled"),
    PENDING("Pending"),
    ENABLED("Enabled"),
    DISABLED("Disabled"),
    CANCELED("Canceled"),
    ACTION_REQUIRED("Action Required"),
    NOT_TOLD("");

    private final String words;

    PortalStatus(String words) {
        this.words = words;
    }

    /// Empty where nobody knows what the portal shows.
    public Optional<String> words() {
        return Optional.of(words).filter(known -> !known.isEmpty());
    }

    /// From facts alone: whether a licence was given back, or is on its way, they do not tell.
    public static PortalStatus of(Facts facts) {
        return switch (Route.of(facts)) {
            case ARC_LICENCE, STRANDED_IN_AZURE -> licensed(facts);
            case AZURE_IMAGE, STRANDED_OUTSIDE_AZURE -> optedIn(facts);
            case NONE, CLIENT_POLICY -> NOT_AVAILABLE;
        };
    }

    private static PortalStatus licensed(Facts facts) {
        return switch (facts.value(Fact.LICENCE)) {
            case "enabled" -> optedIn(facts);
            case "disabled" -> NOT_ENROLLED;
            default -> NOT_TOLD;
        };
    }

    private static PortalStatus optedIn(Facts facts) {
        return switch (facts.value(Fact.OPT_IN)) {
            case "true" -> ENABLED;
            case "false" -> DISABLED;
            default -> NOT_TOLD;
        };
    }
}
