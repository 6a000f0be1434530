package io.hotfleet.patch.track;

import io.hotfleet.patch.calendar.Cadence;
import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.RegularOffer;
import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.track.Track.OffTrack;
import io.hotfleet.patch.track.Track.OnTrack;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What happens to a machine that installs a release, and what follows until the next baseline.
final class WhatIf {
    private static final String WSUS = "wsus";
    private static final int ALTERNATIVE_DAYS_MAX = 3;

    private final Catalogue catalogue;
    private final String product;
    private final Release release;
    private final Set<String> roles;
    private final Instant at;

    /// @param release with or without a date; without one, it counts from its month's second Tuesday
    /// @param roles of the machine: some releases restart the machines of one role only
    WhatIf(Catalogue catalogue, String product, Release release, Set<String> roles) {
        this.catalogue = catalogue;
        this.product = product;
        this.release = release;
        this.roles = roles;
        this.at = release.releaseDate() == null
                ? Release.appears(Cadence.patchTuesday(release.month()))
                : release.appears();
    }

    /// @param kb null where the month's release is not known yet, or there is none
    record Step(YearMonth month, String kb, Kind kind, boolean restart) {}

    /// @param steps what the machine takes in the following months, the next baseline last
    record Path(boolean onTrack, String baseline, int restarts, List<Step> steps) {}

    /// @param refusal why the release cannot be installed; null where it can
    record Outcome(String refusal, Track before, boolean restarts, YearMonth nextBaseline, Path installed, Path left) {}

    /// The newest release that a machine on track has when this one appears.
    Release usual() {
        return Track.newestBefore(product, at, true, catalogue).orElse(null);
    }

    Outcome on(Release machineKb) {
        Track before =
                machineKb == null ? new OnTrack(null) : Track.at(machineKb, product, at.minusSeconds(1), catalogue);
        String refusal = refusal(machineKb, before);
        boolean restarts = refusal == null && restarts(release);
        Track after = refusal == null ? before.after(release) : before;
        Track without = release.kind() == Kind.BASELINE && refusal == null ? new OffTrack() : before;
        YearMonth next = Cadence.nextBaseline(product, at, catalogue);
        return new Outcome(
                refusal, before, restarts, next, path(after, next, restarts ? 1 : 0), path(without, next, 0));
    }

    /// Releases of the same days with the opposite effect on the track: the ones that are easily mistaken for it.
    List<Release> alternatives() {
        return catalogue.releases(product).stream()
                .filter(other -> other.releaseDate() != null && release.releaseDate() != null)
                .filter(other -> other.kind() != Kind.BASELINE && release.kind() != Kind.BASELINE)
                .filter(other -> other.track() != release.track() && isNear(other))
                .toList();
    }

    private boolean isNear(Release other) {
        long days = Math.abs(
                other.releaseDate().toEpochDay() - release.releaseDate().toEpochDay());
        return other.month().equals(release.month()) && days <= ALTERNATIVE_DAYS_MAX;
    }

    private String refusal(Release machineKb, Track before) {
        if (machineKb != null && machineKb.kb().equals(release.kb())) {
            return "The machine has it already.";
        }
        if (machineKb != null
                && machineKb.releaseDate() != null
                && machineKb.appears().isAfter(at)) {
            return "The machine has the newer %s.".formatted(machineKb.kb());
        }
        return switch (release.track()) {
            case SETS, BREAKS -> null;
            case KEEPS -> before.takes(release, catalogue) ? null : lineage(before);
        };
    }

    private String lineage(Track before) {
        String needed = release.baseline() == null ? "another baseline" : release.baseline();
        return switch (before) {
            case OnTrack(String baseline) ->
                "It needs the baseline %s; the machine stands on %s."
                        .formatted(needed, baseline == null ? "none that is known" : baseline);
            case OffTrack() -> "It needs the baseline %s; the machine is off the track.".formatted(needed);
        };
    }

    private boolean restarts(Release installed) {
        return switch (installed.restart()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case WSUS_ROLE_ONLY -> roles.contains(WSUS);
        };
    }

    private Path path(Track start, YearMonth last, int restartsBefore) {
        Track track = start;
        List<Step> steps = new ArrayList<>();
        int restarts = restartsBefore;
        for (YearMonth month = release.month(); !month.isAfter(last); month = month.plusMonths(1)) {
            RegularOffer offer = catalogue.regular(product, month);
            Release taken = taken(track, offer);
            if (taken != null && taken.appears().isAfter(at)) {
                steps.add(new Step(month, taken.kb(), taken.kind(), restarts(taken)));
                track = track.after(taken);
            } else if (isOpen(month)) {
                steps.add(planned(month, track));
            } else {
                continue;
            }
            restarts += steps.getLast().restart() ? 1 : 0;
        }
        return switch (start) {
            case OnTrack(String baseline) -> new Path(true, baseline, restarts, List.copyOf(steps));
            case OffTrack() -> new Path(false, null, restarts, List.copyOf(steps));
        };
    }

    private Release taken(Track track, RegularOffer offer) {
        return Stream.of(offer.baseline(), offer.hotpatch(), offer.cumulative())
                .filter(candidate -> candidate != null)
                .filter(candidate -> candidate.kind() != Kind.HOTPATCH || track.takes(candidate, catalogue))
                .findFirst()
                .orElse(null);
    }

    private boolean isOpen(YearMonth month) {
        return catalogue.newestMonth(product).filter(month::isAfter).isPresent() && month.isAfter(release.month());
    }

    private static Step planned(YearMonth month, Track track) {
        Kind kind = Cadence.planned(month);
        return switch (track) {
            case OnTrack _ -> new Step(month, null, kind, kind == Kind.BASELINE);
            case OffTrack _ -> new Step(month, null, kind == Kind.BASELINE ? kind : Kind.CUMULATIVE, true);
        };
    }
}
