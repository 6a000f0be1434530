package io.hotfleet.licensing.onboarding;

import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// The script that an administrator runs on his servers.
@RegisterResources(globs = "onboarding.ps1")
@ApplicationScoped
class OnboardingScript {
    private final OnboardingConfig config;
    private final String template;

    OnboardingScript(OnboardingConfig config) {
        this.config = config;
        try (InputStream file = OnboardingScript.class.getResourceAsStream("/onboarding.ps1")) {
            template = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("onboarding.ps1", e);
        }
    }

    String text(OnboardingToken token, Secret secret, URI asked) {
        String url = config.publicUrl().orElse(asked).toString().replaceAll("/+$", "");
        return template.replace("{{fleet}}", token.fleet)
                .replace("{{expires}}", token.expiresAt.toString())
                .replace("{{url}}", quoted(url))
                .replace("{{token}}", quoted(secret.text()));
    }

    /// Inside single quotes PowerShell knows one special character.
    private static String quoted(String text) {
        return text.replace("'", "''");
    }
}
