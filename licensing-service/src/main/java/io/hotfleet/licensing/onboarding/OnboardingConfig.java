package io.hotfleet.licensing.onboarding;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/// How machines reach this service.
@ConfigMapping(prefix = "hotfleet.licensing.onboarding")
interface OnboardingConfig {
    /// What scripts are to call, such as `https://licensing.contoso.example`; absent: as the script was asked for.
    Optional<URI> publicUrl();
}
