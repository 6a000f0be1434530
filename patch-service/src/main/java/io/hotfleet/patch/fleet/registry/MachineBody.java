package io.hotfleet.patch.fleet.registry;

import io.hotfleet.rest.Faults;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/// A machine as it is entered.
///
/// @param kb null: the newest release before the period
/// @param eligible whether it passes the gates: then that release may be a hotpatch
/// @param window of a stand-alone machine; nodes have their cluster's
@RegisterForReflection(registerFullHierarchy = true)
record MachineBody(
        String machine,
        String product,
        String kb,
        Boolean eligible,
        List<String> roles,
        String cluster,
        WindowBody window) {
    void check(Faults faults, String pointer) {
        NameRules.check(faults, pointer + "/machine", machine);
        NameRules.check(faults, pointer + "/product", product);
        rolesOrNone().forEach(role -> NameRules.check(faults, pointer + "/roles", role));
        WindowBody.check(faults, window, pointer + "/window");
    }

    List<String> rolesOrNone() {
        return roles == null ? List.of() : roles;
    }
}
