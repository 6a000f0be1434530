package io.hotfleet.simulator.inventory.fleetfile;

import io.hotfleet.simulator.inventory.Durations;
import io.hotfleet.simulator.inventory.document.Value;
import java.util.regex.Pattern;

/// Durations and shares with their limits.
final class Amounts {
    private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,2})?)%");

    private Amounts() {}

    static int seconds(Value value, int least, int most) {
        String accepted = "a duration such as 90s, 8m or 1h, from " + least + "s to " + most / 3_600 + "h";
        long seconds = Durations.seconds(value.text(Durations.SPELLING, accepted));
        if (seconds < least || seconds > most) {
            throw value.notAccepted(accepted);
        }
        return (int) seconds;
    }

    static int minutes(Value value, int daysMax) {
        String accepted = "a duration of whole minutes such as 90m, 24h or 7d, at most " + daysMax + "d";
        long seconds = Durations.seconds(value.text(Durations.SPELLING, accepted));
        if (seconds % 60 != 0 || seconds > daysMax * 86_400L) {
            throw value.notAccepted(accepted);
        }
        return (int) (seconds / 60);
    }

    static double percent(Value value) {
        String accepted = "a share such as 5% or 12.5%, more than 0% and at most 100%";
        String share = value.text(SHARE, accepted);
        double percent = Double.parseDouble(share.substring(0, share.length() - 1));
        if (percent <= 0 || percent > 100) {
            throw value.notAccepted(accepted);
        }
        return percent;
    }
}
