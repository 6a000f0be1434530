package io.hotfleet.licensing.pricing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.rest.ProblemException;
import io.quarkus.runtime.annotations.RegisterResources;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The plans that this service knows, from `price-plans.json`.
@RegisterResources(globs = "price-plans.json")
@ApplicationScoped
class PricePlans {
    static final String DEFAULT = "dated";

    private final List<PricePlan> plans;

    PricePlans(ObjectMapper json) {
        try (InputStream file = PricePlans.class.getResourceAsStream("/price-plans.json")) {
            plans = json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("price-plans.json", e);
        }
    }

    List<PricePlan> all() {
        return plans;
    }

    PricePlan require(String name) {
        String wanted = name == null || name.isBlank() ? DEFAULT : name;
        return plans.stream()
                .filter(plan -> plan.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid("plan", "'" + wanted + "' is not a price plan; known are " + names()));
    }

    private String names() {
        return String.join(", ", plans.stream().map(PricePlan::name).toList()) + ".";
    }
}
