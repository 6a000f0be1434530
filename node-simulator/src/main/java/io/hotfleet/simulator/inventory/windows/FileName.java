package io.hotfleet.simulator.inventory.windows;

import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.merge.Told;
import java.util.List;
import java.util.Locale;

/// The machine or cluster that a file's name tells: `SQL-N1.azcmagent.json`, `azcmagent-SQL-N1.json`.
final class FileName {
    private static final List<String> EXTENSIONS = List.of(".json", ".txt", ".csv");

    private FileName() {}

    /// What the name says beside the kind; null if it says nothing else.
    static String subject(String file, String kind) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        for (String extension : EXTENSIONS) {
            if (name.toLowerCase(Locale.ROOT).endsWith(extension)) {
                name = name.substring(0, name.length() - extension.length());
                break;
            }
        }
        String lower = name.toLowerCase(Locale.ROOT);
        int rest = name.length() - kind.length();
        if (rest > 0 && lower.endsWith(kind) && ".-_".indexOf(name.charAt(rest - 1)) >= 0) {
            name = name.substring(0, rest - 1);
        } else if (rest > 0 && lower.startsWith(kind) && ".-_".indexOf(name.charAt(kind.length())) >= 0) {
            name = name.substring(kind.length() + 1);
        } else if (lower.equals(kind)) {
            return null;
        }
        return Told.NAME.matcher(name).matches() ? name : null;
    }

    /// @param what machine or cluster
    static String require(String file, String kind, String what) {
        String subject = subject(file, kind);
        if (subject == null) {
            throw new FleetInvalid(file + ": tells no " + what + ", accepted is its name in the file's name: <" + what
                    + ">." + kind + ".json");
        }
        return subject;
    }
}
