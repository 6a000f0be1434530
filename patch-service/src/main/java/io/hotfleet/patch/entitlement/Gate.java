package io.hotfleet.patch.entitlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A condition of licensing-service, by name, that a machine has to fulfil before it may hotpatch. There are more of
/// them than are named here, and may be others tomorrow: each is passed on as it came.
public record Gate(@JsonValue String name) {
    public static final Gate LICENCE = new Gate("LICENCE");
    public static final Gate VBS_NOT_RUNNING = new Gate("VBS_NOT_RUNNING");
    /// The one gate that comes after that of the baseline in their order.
    public static final Gate UPDATE_SOURCE = new Gate("UPDATE_SOURCE");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Gate {}

    @Override
    public String toString() {
        return name;
    }
}
