package io.hotfleet.simulator.rehearsal.request;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.simulator.simulation.Period;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/// What a rehearsal is asked beside its fleet, read and in range.
///
/// @param runs draws of the forecast
/// @param detail whether the report tells of every machine
public record RehearsalParameters(Period period, long seed, String pricePlan, int runs, boolean detail) {
    static final int MONTHS_MAX = 60;
    static final int RUNS_MAX = 10_000;
    static final String RUNS_DEFAULT = "100";
    static final String PLAN_DEFAULT = "dated";
    private static final String FROM_DEFAULT = "2025-01";
    private static final String TO_DEFAULT = "2025-12";
    private static final String SEED_DEFAULT = "1";
    private static final YearMonth EARLIEST = YearMonth.of(2000, 1);
    private static final YearMonth LATEST = YearMonth.of(2099, 12);

    public static RehearsalParameters of(RehearsalForm form) {
        Period period = period(form.from, form.to);
        return new RehearsalParameters(
                period,
                number("seed", or(form.seed, SEED_DEFAULT), Long.MIN_VALUE, Long.MAX_VALUE),
                or(form.pricePlan, PLAN_DEFAULT),
                (int) number("runs", or(form.runs, RUNS_DEFAULT), 1, RUNS_MAX),
                flag("detail", or(form.detail, "false")));
    }

    public static RehearsalParameters of(RehearsalJson json) {
        RehearsalForm form = new RehearsalForm();
        form.from = json.from();
        form.to = json.to();
        form.seed = json.seed();
        form.pricePlan = json.pricePlan();
        form.runs = json.runs();
        form.detail = json.detail();
        return of(form);
    }

    private static Period period(String fromText, String toText) {
        YearMonth from = month("from", or(fromText, FROM_DEFAULT));
        YearMonth to = month("to", or(toText, TO_DEFAULT));
        if (to.isBefore(from)) {
            throw ProblemException.invalid(
                    "/to", to + " lies before from, " + from + "; the same month or a later one is accepted");
        }
        Period period = new Period(from, to);
        if (period.months() > MONTHS_MAX) {
            throw ProblemException.invalid(
                    "/to",
                    from + " to " + to + " are " + period.months() + " months; up to " + MONTHS_MAX + " are accepted");
        }
        return period;
    }

    private static YearMonth month(String field, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (!month.isBefore(EARLIEST) && !month.isAfter(LATEST)) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // told below, together with months out of range
        }
        throw ProblemException.invalid("/" + field, "'" + text + "' is not accepted; a month such as 2025-01 is");
    }

    private static long number(String field, String text, long min, long max) {
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers out of range
        }
        throw ProblemException.invalid(
                "/" + field, "'" + text + "' is not accepted; a whole number from " + min + " to " + max + " is");
    }

    private static boolean flag(String field, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid("/" + field, "'" + text + "' is not accepted; true or false is");
        };
    }

    private static String or(String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given.strip();
    }
}
