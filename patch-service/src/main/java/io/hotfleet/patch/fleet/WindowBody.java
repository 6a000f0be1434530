package io.hotfleet.patch.fleet;

import io.hotfleet.patch.policy.MaintenanceWindow;
import io.hotfleet.rest.ProblemException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/// A weekly window as it is spelt at the door.
///
/// @param day monday … sunday
/// @param start 24-hour local time, `22:00`
/// @param zone an IANA zone
record WindowBody(String day, String start, Integer hours, String zone) {
    /// The form that is stored, or null without a window.
    static String stored(WindowBody body, String pointer) {
        return body == null ? null : body.checked(pointer).text();
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

    private MaintenanceWindow checked(String pointer) {
        if (hours == null || hours < 1 || hours > MaintenanceWindow.HOURS_MAX) {
            throw ProblemException.invalid(pointer + "/hours", "%s is not between 1 and 168".formatted(hours));
        }
        return new MaintenanceWindow(day(pointer), time(pointer), hours, zone(pointer));
    }

    private DayOfWeek day(String pointer) {
        for (DayOfWeek one : DayOfWeek.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(day)) {
                return one;
            }
        }
        throw ProblemException.invalid(pointer + "/day", "'%s' is not one of monday to sunday".formatted(day));
    }

    private LocalTime time(String pointer) {
        try {
            return LocalTime.parse(String.valueOf(start));
        } catch (DateTimeException e) {
            throw ProblemException.invalid(pointer + "/start", "'%s' is not a time such as 22:00".formatted(start));
        }
    }

    private ZoneId zone(String pointer) {
        try {
            return ZoneId.of(String.valueOf(zone));
        } catch (DateTimeException e) {
            throw ProblemException.invalid(pointer + "/zone", "'%s' is no IANA time zone".formatted(zone));
        }
    }
}
