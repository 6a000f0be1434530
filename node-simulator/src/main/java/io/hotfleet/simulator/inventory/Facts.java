package io.hotfleet.simulator.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// What the gates read of one machine, spelt as in the fleet file. Null is unknown, never a passing default.
///
/// Equal facts are one instance: a fleet of 100,000 machines has a few dozen different ones.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Facts(
        String product,
        String edition,
        String platform,
        String osBuild,
        String installOption,
        String image,
        String firmware,
        String vbs,
        String hotPatchTable,
        String arc,
        String subscription,
        String licence,
        Boolean optIn,
        String patchMode,
        String extension,
        String updateSource,
        String policy,
        String chpe,
        Integer cores,
        String kb,
        List<String> roles) {}
