package io.hotfleet.licensing.onboarding;

import io.hotfleet.rest.JsonBody;
import jakarta.validation.constraints.NotNull;

/// The body of both switches: `{"enabled": true}` or `{"enabled": false}`.
@JsonBody
record Switch(@NotNull(message = "has to be true or false.") Boolean enabled) {}
