package io.hotfleet.patch.track;

import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Restart;
import io.hotfleet.patch.track.WhatIf.Outcome;
import io.hotfleet.patch.track.WhatIf.Path;
import io.hotfleet.patch.track.WhatIf.Step;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The answer to "what happens if I install this KB?".
///
/// @param machineKb what the machine has; where nobody told, what machines on track usually have then
/// @param installable false where `refusal` tells why not
/// @param restart whether this machine restarts for it
/// @param ifInstalled the track right after it, and the months until the next baseline
/// @param otherwise the same for the machine that leaves it out
/// @param alternatives releases of the same days with the opposite effect on the track
/// @param summary all of it in sentences
record WhatIfView(
        String product,
        String kb,
        Release.Kind kind,
        LocalDate releaseDate,
        String machineKb,
        boolean installable,
        String refusal,
        boolean restart,
        Restart restartsWhom,
        YearMonth nextBaseline,
        Path ifInstalled,
        Path otherwise,
        List<String> alternatives,
        String summary) {
    static WhatIfView of(String product, Release release, Release machine, WhatIf question) {
        Outcome outcome = question.on(machine);
        List<Release> alternatives = question.alternatives();
        return new WhatIfView(
                product,
                release.kb(),
                release.kind(),
                release.releaseDate(),
                machine == null ? null : machine.kb(),
                outcome.refusal() == null,
                outcome.refusal(),
                outcome.restarts(),
                release.restart(),
                outcome.nextBaseline(),
                outcome.installed(),
                outcome.left(),
                alternatives.stream().map(Release::kb).toList(),
                summary(release, outcome, alternatives));
    }

    private static String summary(Release release, Outcome outcome, List<Release> alternatives) {
        if (outcome.refusal() != null) {
            return "%s cannot be installed. %s".formatted(release.kb(), outcome.refusal());
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(restart(release, outcome));
        sentences.add(track(outcome));
        sentences.add(months(outcome));
        alternatives.forEach(other -> sentences.add(alternative(release, other)));
        return String.join(" ", sentences);
    }

    private static String restart(Release release, Outcome outcome) {
        return switch (release.restart()) {
            case ALWAYS -> release.kb() + " restarts the machine.";
            case NEVER -> release.kb() + " needs no restart.";
            case WSUS_ROLE_ONLY ->
                "%s restarts machines with the role wsus only; this one %s it."
                        .formatted(release.kb(), outcome.restarts() ? "has" : "does not have");
        };
    }

    private static String track(Outcome outcome) {
        Path after = outcome.installed();
        if (!after.onTrack()) {
            return "The machine is off the track until the baseline of %s.".formatted(outcome.nextBaseline());
        }
        String baseline = after.baseline() == null ? "no baseline that is known" : after.baseline();
        return "The machine is on the track of %s until the baseline of %s."
                .formatted(baseline, outcome.nextBaseline());
    }

    private static String months(Outcome outcome) {
        int further = outcome.installed().restarts() - (outcome.restarts() ? 1 : 0);
        return "Further restarts until then, that baseline's included: %d%s; without it %d%s."
                .formatted(further, list(outcome.installed()), outcome.left().restarts(), list(outcome.left()));
    }

    private static String list(Path path) {
        String months = path.steps().stream()
                .filter(Step::restart)
                .map(step -> step.month().toString())
                .collect(Collectors.joining(", "));
        return months.isEmpty() ? "" : " (" + months + ")";
    }

    private static String alternative(Release release, Release other) {
        boolean sameBuild = release.build() != null
                && Objects.equals(release.build(), other.build())
                && Objects.equals(release.revision(), other.revision());
        String build = sameBuild
                ? "; both are build %d.%d, so the build does not tell them apart"
                        .formatted(other.build(), other.revision())
                : "";
        return "%s %s the track%s."
                .formatted(other.kb(), other.track() == Release.TrackEffect.KEEPS ? "keeps" : "breaks", build);
    }
}
