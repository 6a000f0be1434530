package io.hotfleet.patch.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.catalog.Release.Restart;
import io.hotfleet.patch.catalog.Release.TrackEffect;
import io.hotfleet.rest.Batch;
import io.hotfleet.rest.Problem.Fault;
import io.hotfleet.rest.ProblemException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads rows in the form of the release data, from an import or from a rehearsal's overlay, and refuses what
/// contradicts itself. All faults are told at once, up to a limit.
public final class ReleaseRows {
    /// Rows of a rehearsal's forecast; they overlay the catalogue and are never imported.
    static final String FORECAST_PREFIX = "FORECAST-";

    private static final int FAULTS_MAX = 100;
    private static final int WORD_CHARACTERS_MAX = 40;
    private static final int TEXT_CHARACTERS_MAX = 4_000;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2015, 1);
    private static final YearMonth LAST_MONTH = YearMonth.of(2099, 12);
    private static final Pattern PRODUCT = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern KB = Pattern.compile("KB\\d{6,8}|" + FORECAST_PREFIX + "[A-Za-z0-9-]{1,80}");
    private static final Set<String> FIELDS = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            "product",
            "month",
            "releaseDate",
            "kind",
            "kb",
            "build",
            "revision",
            "planned",
            "restart",
            "track",
            "baseline",
            "confidence",
            "source",
            "note")));

    private final List<Fault> faults = new ArrayList<>();

    private ReleaseRows() {}

    /// An overlay as a request's field holds it: an array, or nothing.
    ///
    /// @throws ProblemException 400 with every field at fault, 413 with more rows than a batch may hold
    public static List<Release> overlay(JsonNode rows, String pointer) {
        if (rows == null || rows.isNull()) {
            return List.of();
        }
        if (!rows.isArray()) {
            throw ProblemException.invalid(pointer, "must be an array");
        }
        if (rows.size() > Batch.ITEMS_MAX) {
            throw ProblemException.tooMany(Batch.ITEMS_MAX);
        }
        return read(rows, pointer);
    }

    /// @param pointer where the rows are in the body, "" for the body itself
    /// @throws ProblemException 400 with every field at fault
    public static List<Release> read(Iterable<JsonNode> rows, String pointer) {
        ReleaseRows reader = new ReleaseRows();
        List<Release> releases = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (JsonNode row : rows) {
            String at = pointer + "/" + releases.size();
            Release release = reader.row(row, at);
            if (reader.faults.size() >= FAULTS_MAX) {
                break;
            }
            if (release.kb() != null
                    && release.product() != null
                    && !seen.add(List.of(release.product(), release.kb()))) {
                reader.faults.add(Fault.at(at + "/kb", release.kb() + " appears twice"));
            }
            releases.add(release);
        }
        if (!reader.faults.isEmpty()) {
            throw ProblemException.invalid(reader.faults);
        }
        return releases;
    }

    private Release row(JsonNode row, String at) {
        int before = faults.size();
        RowFields fields = new RowFields(row, at, faults);
        if (!row.isObject()) {
            faults.add(Fault.at(at, "must be an object"));
        }
        fields.onlyThese(FIELDS);
        Release release = bound(fields);
        fields.require("product", release.product());
        fields.require("month", release.month());
        fields.require("kind", release.kind());
        fields.require("kb", release.kb());
        fields.require("restart", release.restart());
        fields.require("track", release.track());
        if (faults.size() == before) {
            checkDate(release, fields);
            checkEffect(release, fields);
        }
        return release;
    }

    private static Release bound(RowFields fields) {
        return new Release(
                fields.matching("product", PRODUCT, "a product such as windows-server-2025"),
                fields.month("month"),
                fields.date("releaseDate"),
                fields.oneOf("kind", Kind.class),
                fields.matching("kb", KB, "a KB number such as KB5066835"),
                fields.number("build"),
                fields.number("revision"),
                fields.flag("planned"),
                fields.oneOf("restart", Restart.class),
                fields.oneOf("track", TrackEffect.class),
                fields.matching("baseline", KB, "a KB number such as KB5066835"),
                fields.text("confidence", WORD_CHARACTERS_MAX),
                fields.text("source", TEXT_CHARACTERS_MAX),
                fields.text("note", TEXT_CHARACTERS_MAX));
    }

    /// A regular release belongs to the month of its date; an out-of-band one may follow within the next month.
    private static void checkDate(Release release, RowFields fields) {
        if (release.month().isBefore(FIRST_MONTH) || release.month().isAfter(LAST_MONTH)) {
            fields.fault("month", "must lie between %s and %s".formatted(FIRST_MONTH, LAST_MONTH));
        }
        if (release.releaseDate() == null) {
            return;
        }
        YearMonth dated = YearMonth.from(release.releaseDate());
        boolean next = release.kind() == Kind.OUT_OF_BAND
                && dated.equals(release.month().plusMonths(1));
        if (!next && !dated.equals(release.month())) {
            fields.fault("releaseDate", "%s is not in the month %s".formatted(release.releaseDate(), release.month()));
        }
    }

    private static void checkEffect(Release release, RowFields fields) {
        TrackEffect track = release.track();
        String expected =
                switch (release.kind()) {
                    case BASELINE -> track == TrackEffect.SETS ? null : "SETS";
                    case HOTPATCH -> track == TrackEffect.KEEPS ? null : "KEEPS";
                    case CUMULATIVE -> track == TrackEffect.BREAKS ? null : "BREAKS";
                    case OUT_OF_BAND -> track != TrackEffect.SETS ? null : "KEEPS or BREAKS";
                };
        if (expected != null) {
            fields.fault("track", "of a %s must be %s, not %s".formatted(release.kind(), expected, track));
        }
        if ((release.track() == TrackEffect.KEEPS) == (release.restart() == Restart.ALWAYS)) {
            fields.fault("restart", "%s does not go with track %s".formatted(release.restart(), release.track()));
        }
        if (release.kind() == Kind.BASELINE && !release.kb().equals(release.baseline())) {
            fields.fault("baseline", "of a BASELINE must be its own KB");
        }
        if (release.kind() == Kind.OUT_OF_BAND && release.planned()) {
            fields.fault("planned", "must be false: nothing out of band is planned");
        }
    }
}
