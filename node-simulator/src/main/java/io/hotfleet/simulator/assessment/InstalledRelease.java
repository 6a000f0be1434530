package io.hotfleet.simulator.assessment;

import io.hotfleet.simulator.client.KnownReleases;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.inventory.Installed.Update;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Which release decides a machine's track, out of the updates and the build that were measured.
///
/// Only what the catalogue knows for the product counts, in order of release: .NET, servicing stacks and drivers decide
/// nothing, and neither does a row without a date, unless it would change the answer; then nobody knows. Since its last
/// baseline a release that breaks the track decides, whatever came after it. Where the build is newer than all that is
/// listed, it stands for one more release; where it stands for several of different effect, or for none, nobody knows.
///
/// @param kb null where nobody knows
/// @param build the release's own, such as `26100.6899`; null where it is not known
/// @param remark null where nothing is to be said
record InstalledRelease(String kb, String build, String remark) {
    private static final String CLIENT = "windows-11-24h2";
    private static final Comparator<Release> ORDER =
            Comparator.comparing(Release::releaseDate).thenComparing(Release::kb);

    static InstalledRelease of(Facts facts, KnownReleases known) {
        List<Release> rows = known.seenBy(facts.product())
                .filter(row -> row.releaseDate() != null)
                .toList();
        return new Question(facts, rows).answer();
    }

    /// What a list of releases makes of a machine.
    private record Effect(String baseline, boolean broken, Release decides) {
        boolean isLike(Effect other) {
            return Objects.equals(baseline, other.baseline) && broken == other.broken;
        }
    }

    private record Question(Facts facts, List<Release> rows) {
        InstalledRelease answer() {
            List<Release> dated = listed(true);
            Optional<Effect> effect = effect(dated);
            Optional<Effect> withUndated = effect(listed(false));
            if (withUndated.isPresent()
                    && effect.filter(withUndated.get()::isLike).isEmpty()) {
                return unknown("%s is listed without a date, and it would change the answer"
                        .formatted(withUndated.get().decides().kb()));
            }
            String build = facts.installed().build();
            if (build == null || !build.contains(".")) {
                return effect.map(this::decided).orElseGet(() -> toldAlone(nothing(build)));
            }
            return byBuild(build, dated, effect);
        }

        private static String nothing(String build) {
            return build == null
                    ? "the catalogue knows none of the updates that are listed"
                    : "build " + build + " is told without its revision, and no update that the catalogue knows";
        }

        private InstalledRelease byBuild(String build, List<Release> dated, Optional<Effect> effect) {
            int revision = Integer.parseInt(build.substring(build.indexOf('.') + 1));
            int newest = dated.stream()
                    .filter(row -> row.revision() != null)
                    .mapToInt(Release::revision)
                    .max()
                    .orElse(-1);
            List<Release> stands =
                    rows.stream().filter(row -> isOf(row, build)).sorted(ORDER).toList();
            boolean toldAlready =
                    newest > revision || newest == revision && dated.stream().anyMatch(stands::contains);
            if (toldAlready && effect.isPresent()) {
                return decided(effect.get());
            }
            List<Effect> effects = stands.stream()
                    .map(one -> effect(Stream.concat(dated.stream(), Stream.of(one))
                                    .toList())
                            .orElseThrow())
                    .toList();
            if (effects.isEmpty()) {
                return unknown(build + " is no release of the catalogue"
                        + effect.map(one -> ", and newer than " + one.decides().kb())
                                .orElse(", and no file tells the KB"));
            }
            return effects.stream().allMatch(effects.getFirst()::isLike)
                    ? decided(effects.getLast())
                    : unknown(build + " is "
                            + String.join(
                                    " or ", stands.stream().map(Release::kb).toList()) + ", and no file tells which");
        }

        /// Clients of later versions have the revisions of the first one under builds of their own.
        private static boolean isOf(Release row, String build) {
            if (row.revision() == null || row.build() == null) {
                return false;
            }
            boolean same = build.endsWith("." + row.revision());
            return same && (CLIENT.equals(row.product()) || build.startsWith(row.build() + "."));
        }

        private List<Release> listed(boolean onlyDated) {
            Stream<String> listed = facts.installed().updates().stream()
                    .filter(update -> update.dated() || !onlyDated)
                    .map(Update::kb);
            List<String> kbs =
                    Stream.concat(listed, Stream.ofNullable(facts.kb())).toList();
            return rows.stream()
                    .filter(row -> kbs.contains(row.kb()))
                    .sorted(ORDER)
                    .toList();
        }

        private Optional<Effect> effect(List<Release> installed) {
            if (installed.isEmpty()) {
                return Optional.empty();
            }
            Release newest = installed.stream()
                    .max(Comparator.comparing(this::lineage).thenComparing(ORDER))
                    .orElseThrow();
            List<Release> sinceBaseline = installed.stream()
                    .filter(row -> lineage(row).equals(lineage(newest)))
                    .sorted(ORDER)
                    .toList();
            return Optional.of(sinceBaseline.stream()
                    .filter(row -> "BREAKS".equals(row.track()))
                    .reduce((_, later) -> later)
                    .map(breaks -> new Effect(newest.baseline(), true, breaks))
                    .orElseGet(() -> new Effect(newest.baseline(), false, sinceBaseline.getLast())));
        }

        /// When the baseline appeared that a release stands on; of one whose baseline nobody knows, when it did itself.
        private LocalDate lineage(Release row) {
            return rows.stream()
                    .filter(one -> one.kb().equals(row.baseline()))
                    .map(Release::releaseDate)
                    .findFirst()
                    .orElse(row.releaseDate());
        }

        private InstalledRelease decided(Effect effect) {
            Release last = listed(false).stream().reduce((_, later) -> later).orElse(effect.decides());
            boolean overtaken = effect.broken() && ORDER.compare(last, effect.decides()) > 0;
            return new InstalledRelease(
                    effect.decides().kb(),
                    build(effect.decides()),
                    overtaken
                            ? "%s was installed since the last baseline and decides, though %s is newer"
                                    .formatted(effect.decides().kb(), last.kb())
                            : null);
        }

        private static String build(Release release) {
            return release.build() == null || release.revision() == null
                    ? null
                    : release.build() + "." + release.revision();
        }

        /// A KB that a person wrote and the catalogue does not know stays what it is.
        private InstalledRelease toldAlone(String why) {
            return facts.kb() == null ? unknown(why) : new InstalledRelease(facts.kb(), null, null);
        }

        private InstalledRelease unknown(String why) {
            return new InstalledRelease(null, null, why + ": the KB is unknown");
        }
    }
}
