package io.hotfleet.simulator.inventory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// What the gates read of one machine, spelt as in the fleet file. Null is unknown, never a passing default.
///
/// Equal facts are one instance: a fleet of 100,000 machines has a few dozen different ones.
///
/// @param kb `unknown` where what was measured of the machine leaves it open; null where a fleet file does not
/// say it, which
///     means the newest before the period
/// @param architecture x64 or arm64. No gate of another service reads it yet
/// @param installed what was measured of installed updates, until the catalogue has told the KB; null where nothing was
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
        @JsonIgnore String architecture,
        @JsonIgnore Installed installed) {
    /// A KB that nobody can tell.
    public static final String UNKNOWN_KB = "unknown";

    /// The same with the KB that the measured updates and build stand for.
    ///
    /// @param itsBuild such as `26100.6899`, which tells of a machine whose revision nobody told that it is no
    /// preview; null
    ///     where the KB tells none
    public Facts recognised(String decidingKb, String itsBuild) {
        boolean tells = osBuild == null && itsBuild != null;
        return new Facts(
                product,
                edition,
                platform,
                tells ? WindowsBuild.state(product, itsBuild, architecture) : osBuild,
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
                decidingKb,
                roles,
                architecture,
                null);
    }
}
