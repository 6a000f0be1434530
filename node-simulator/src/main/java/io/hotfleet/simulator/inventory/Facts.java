package io.hotfleet.simulator.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// What the gates read of one machine, spelt as in the fleet file. Null is unknown, never a passing default.
///
/// Equal facts are one instance: a fleet of 100,000 machines has a few dozen different ones.
///
/// @param installedBuild such as `26100.6899`, where a source tells it and none tells the KB: the catalogue knows which
///     KB that is. No fact of a gate, so no service is told of it
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
        List<String> roles,
        @JsonIgnore String installedBuild) {
    /// The same with the KB that its build stands for; null where that is not known.
    public Facts recognised(String installed) {
        return new Facts(
                product,
                edition,
                platform,
                osBuild,
                installOption,
                image,
                firmware,
                vbs,
                hotPatchTable,
                arc,
                subscription,
                licence,
                optIn,
                patchMode,
                extension,
                updateSource,
                policy,
                chpe,
                cores,
                installed,
                roles,
                null);
    }
}
