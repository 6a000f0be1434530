package io.hotfleet.simulator.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Facts of one machine that change at once; those that are not named stay as they are.
///
/// @param values by name, spelt as in the fleet file; an unknown fact is the text `unknown`
public record FactChanges(@JsonValue Map<String, Object> values) {
    public static final FactChanges NONE = new FactChanges(Map.of());

    private static final String VBS = "vbs";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FactChanges {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /// What becomes of virtualization-based security; empty where it stays as it is.
    public Optional<VbsState> vbs() {
        return values.containsKey(VBS) ? Optional.of(VbsState.of((String) values.get(VBS))) : Optional.empty();
    }
}
