package io.hotfleet.patch.outcome;

import io.hotfleet.patch.fleet.FleetId;
import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.Fleets;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.outcome.FleetSummary.Cluster;
import io.hotfleet.patch.outcome.FleetSummary.Month;
import io.hotfleet.patch.outcome.FleetSummary.Quantiles;
import io.hotfleet.patch.outcome.InstallationFigures.Count;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.policy.FleetDefinition;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.postgres.Database;
import io.hotfleet.postgres.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sums a fleet up.
@ApplicationScoped
class SummaryService {
    private static final int PERCENT = 100;
    private static final int MOST_PERCENT = 95;

    private final Database database;
    private final Fleets fleets;

    SummaryService(Database database, Fleets fleets) {
        this.database = database;
        this.fleets = fleets;
    }

    FleetSummary of(FleetId id) {
        return database.snapshotByScans(transaction -> {
            FleetRow fleet = fleets.read(transaction, id);
            return new Reading(transaction, fleet, fleets.known(transaction, fleet)).summary();
        });
    }

    /// Everything that one summary is made of.
    private static final class Reading {
        private final FleetRow fleet;
        private final KnownFleet known;
        private final FleetPlan plan;
        private final OfferLines lines;
        private final InstallationFigures installations;
        private final MachineFigures machines;
        private final OffTrackFigures offTracks;
        private final ClusterFigures clusters;

        Reading(Transaction transaction, FleetRow fleet, KnownFleet known) {
            this.fleet = fleet;
            this.known = known;
            this.plan = known.plan();
            DepartedFigures gone = DepartedFigures.read(transaction, fleet.number());
            this.lines = OfferLines.of(plan, gone.products(known.topology().products()));
            this.installations = InstallationFigures.read(transaction, fleet.number(), lines.memberships());
            this.machines = MachineFigures.read(transaction, fleet, known, lines.all(), gone);
            this.offTracks = OffTrackFigures.read(transaction, fleet, known);
            this.clusters = ClusterFigures.read(transaction, fleet, known, gone);
        }

        FleetSummary summary() {
            List<Cluster> all = clusters.all();
            return new FleetSummary(
                    fleet.id(),
                    plan.definition().strategy(),
                    plan.catalogue().sha256(known.topology().products()),
                    machines.restarts(),
                    machines.fixes(),
                    machines.restartsPerServer(),
                    Rounding.minutes(machines.downSeconds()),
                    Rounding.minutes(machines.standAloneDownSeconds() + clusters.serviceDownSeconds()),
                    clusters.roleMoves(),
                    Rounding.tenthsOfMinutes(clusters.roleInterruptionSeconds()),
                    clusters.quorumLosses(),
                    clusters.maxNodesDown(),
                    quantiles(installations.total()),
                    months(),
                    all,
                    Warnings.of(plan, known.topology(), all, machines.unknownKbs()));
        }

        private List<Month> months() {
            Map<Integer, Integer> most = mostHaveIt();
            Map<OfferLine, Month> shown = new HashMap<>();
            for (int line = 0; line < lines.all().size(); line++) {
                OfferLine one = lines.all().get(line);
                if (one.regular() || offered(line) > 0) {
                    shown.put(one, month(line, most.get(line)));
                }
            }
            return shown.keySet().stream()
                    .sorted(OfferLine.IN_ORDER)
                    .map(shown::get)
                    .toList();
        }

        /// Minutes until 95 % of the machines that were offered a line had it.
        private Map<Integer, Integer> mostHaveIt() {
            Map<Integer, Integer> places = new HashMap<>();
            for (int line = 0; line < lines.all().size(); line++) {
                if (offered(line) > 0) {
                    places.put(line, Math.ceilDiv(offered(line) * MOST_PERCENT, PERCENT));
                }
            }
            return installations.minutesTo(places);
        }

        private int offered(int line) {
            return installations.of(line).machines() + machines.failed(line) + pending(line);
        }

        /// Where machines may wait, all that never got a month's release have waited for it, even if they took a later
        /// one.
        private int pending(int line) {
            OfferLine one = lines.all().get(line);
            boolean holds = plan.definition().policy().holds()
                    && plan.definition().strategy().hotpatches();
            if (!holds || !one.regular() || one.appears() > fleet.clock()) {
                return machines.pending(line);
            }
            long ofProduct = known.topology().machines().stream()
                    .map(Member::product)
                    .filter(one.product()::equals)
                    .count();
            return (int) ofProduct - installations.of(line).here() - machines.failed(line);
        }

        private Month month(int line, Integer minutesToMost) {
            OfferLine one = lines.all().get(line);
            Count count = installations.of(line);
            FleetDefinition told = plan.definition();
            return new Month(
                    one.month(),
                    one.product(),
                    releases(one, count),
                    one.leading(told).kind(),
                    one.leading(told).planned(),
                    count.hotpatched(),
                    count.restarted(),
                    machines.failed(line),
                    pending(line),
                    offTracks.of(one.product(), one.month()),
                    Rounding.minutes(count.downSeconds()),
                    minutesToMost == null ? null : Rounding.hours(minutesToMost),
                    quantiles(count));
        }

        /// What was installed; before anything was, what the month is called after.
        private List<String> releases(OfferLine line, Count count) {
            List<String> installed = new ArrayList<>();
            line.rows().stream()
                    .map(row -> row.release().kb())
                    .filter(count.kbs()::contains)
                    .forEach(installed::add);
            count.kbs().stream().filter(kb -> !installed.contains(kb)).sorted().forEach(installed::add);
            return installed.isEmpty() ? List.of(line.leading(plan.definition()).kb()) : installed;
        }

        private static Quantiles quantiles(Count count) {
            return count == Count.NONE
                    ? null
                    : new Quantiles(days(count.median()), days(count.p90()), days(count.max()));
        }

        private static BigDecimal days(int minutes) {
            return Rounding.days(minutes);
        }
    }
}
