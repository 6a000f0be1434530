package io.hotfleet.patch.fleet.registry;

import io.hotfleet.patch.policy.MaintenanceWindow;
import io.hotfleet.rest.Faults;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A weekly window as it is spelt at the door.
///
/// @param day monday … sunday
/// @param start 24-hour local time, `22:00`
/// @param zone an IANA zone
record WindowBody(String day, String start, Integer hours, String zone) {
    /// The form that is stored, or null without a window.
    static String stored(WindowBody body) {
        return body == null
                ? null
                : new MaintenanceWindow(
                                day(body.day).orElseThrow(),
                                LocalTime.parse(body.start),
                                body.hours,
                                ZoneId.of(body.zone))
                        .text();
    }

    /// @param body null without a window
    static void check(Faults faults, WindowBody body, String pointer) {
        if (body == null) {
            return;
        }
        if (body.hours == null || body.hours < 1 || body.hours > MaintenanceWindow.HOURS_MAX) {
            faults.add(pointer + "/hours", "%s is not between 1 and 168".formatted(body.hours));
        }
        if (day(body.day).isEmpty()) {
            faults.add(pointer + "/day", "'%s' is not one of monday to sunday".formatted(body.day));
        }
        if (!reads(LocalTime::parse, body.start)) {
            faults.add(pointer + "/start", "'%s' is not a time such as 22:00".formatted(body.start));
        }
        if (!reads(ZoneId::of, body.zone)) {
            faults.add(pointer + "/zone", "'%s' is no IANA time zone".formatted(body.zone));
        }
    }

    /// What is stored, or null without a window.
    static WindowBody parse(String text) {
        if (text == null) {
            return null;
        }
        MaintenanceWindow window = MaintenanceWindow.parse(text);
        return new WindowBody(
                window.day().name().toLowerCase(Locale.ROOT),
                window.start().toString(),
                window.hours(),
                window.zone().getId());
    }

    private static Optional<DayOfWeek> day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static boolean reads(Function<String, ?> parser, String text) {
        try {
            return text != null && parser.apply(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
