package io.hotfleet.patch.outcome;

import io.hotfleet.patch.fleet.FleetRow;
import io.hotfleet.patch.fleet.KnownFleet;
import io.hotfleet.patch.outcome.FleetSummary.Spread;
import io.hotfleet.patch.planner.Member;
import io.hotfleet.patch.planner.Node;
import io.hotfleet.patch.planner.RingGate;
import io.hotfleet.patch.planner.SelectedUpdate;
import io.hotfleet.patch.planner.UpdateSelector;
import io.hotfleet.patch.policy.Offer.Dated;
import io.hotfleet.patch.track.Track;
import io.hotfleet.patch.track.Track.OffTrack;
import io.hotfleet.patch.track.Track.OnTrack;
import io.hotfleet.postgres.Transaction;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Figures of the machines as they stand: restarts, downtime, and what they still lack.
final class MachineFigures {
    private static final int CHUNK = 5_000;
    private static final String NODES = """
            select machine, kb, baseline, on_track, failed_kb, restarts, down_seconds, fix from node
            where fleet = $1 and machine > $2 and machine <= $3 order by machine""";

    private final KnownFleet known;
    private final List<OfferLine> lines;
    private final DepartedFigures gone;
    private final UpdateSelector selector;
    private final long end;
    private final TreeMap<Integer, Integer> byRestarts = new TreeMap<>();
    private final Map<Integer, Integer> pending = new HashMap<>();
    private final Map<Integer, Integer> failed = new HashMap<>();
    private final Map<String, List<Integer>> linesOf = new HashMap<>();
    private int fixes;
    private int unknownKbs;
    private long downSeconds;
    private long standAloneDownSeconds;

    private MachineFigures(KnownFleet known, List<OfferLine> lines, long clock, DepartedFigures gone) {
        this.gone = gone;
        this.known = known;
        this.lines = lines;
        this.end = Math.min(clock, known.plan().end()) - 1;
        this.selector = new UpdateSelector(known.plan(), known.entitlements(), RingGate.ALL);
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).offer() != null) {
                linesOf.computeIfAbsent(lines.get(line).product(), _ -> new ArrayList<>())
                        .add(line);
            }
        }
    }

    static MachineFigures read(
            Transaction transaction, FleetRow fleet, KnownFleet known, List<OfferLine> lines, DepartedFigures gone) {
        MachineFigures machines = new MachineFigures(known, lines, fleet.clock(), gone);
        for (int from = 0; from < fleet.machines(); from += CHUNK) {
            transaction.rows(NODES, fleet.number(), from, from + CHUNK).forEach(machines::add);
        }
        gone.machines().forEach(machines::add);
        return machines;
    }

    int restarts() {
        int here = byRestarts.entrySet().stream()
                .mapToInt(entry -> entry.getKey() * entry.getValue())
                .sum();
        return here
                + gone.machines().stream()
                        .mapToInt(DepartedFigures.Machine::restarts)
                        .sum();
    }

    int fixes() {
        return fixes;
    }

    int unknownKbs() {
        return unknownKbs;
    }

    long downSeconds() {
        return downSeconds;
    }

    long standAloneDownSeconds() {
        return standAloneDownSeconds;
    }

    int pending(int line) {
        return pending.getOrDefault(line, 0);
    }

    int failed(int line) {
        return failed.getOrDefault(line, 0);
    }

    Spread restartsPerServer() {
        if (byRestarts.isEmpty()) {
            return new Spread(0, 0, 0);
        }
        int machines = byRestarts.values().stream().mapToInt(Integer::intValue).sum();
        int place = Math.ceilDiv(machines, 2);
        int median = byRestarts.firstKey();
        for (Map.Entry<Integer, Integer> entry : byRestarts.entrySet()) {
            median = entry.getKey();
            place -= entry.getValue();
            if (place <= 0) {
                break;
            }
        }
        return new Spread(byRestarts.firstKey(), median, byRestarts.lastKey());
    }

    private void add(DepartedFigures.Machine machine) {
        downSeconds += machine.downSeconds();
        standAloneDownSeconds += machine.clustered() ? 0 : machine.downSeconds();
        fixes += machine.fixed() ? 1 : 0;
    }

    private void add(Row row) {
        Member member = known.topology().machine((int) row.getInteger(0));
        if (member == null) {
            // joined since the topology was read
            return;
        }
        int seconds = row.getInteger(6);
        byRestarts.merge(row.getInteger(5), 1, Integer::sum);
        downSeconds += seconds;
        standAloneDownSeconds += known.topology().unitOf(member.number()).cluster() ? 0 : seconds;
        fixes += row.getInteger(7) == Node.Fix.DONE.ordinal() ? 1 : 0;
        Track track = row.getBoolean(3) ? new OnTrack(row.getString(2)) : new OffTrack();
        String failedKb = row.getString(4);
        Dated installed = known.plan().row(member.product(), row.getString(1));
        unknownKbs += installed == null && row.getString(1) != null ? 1 : 0;
        lacking(member, installed, failedKb);
        Node node = Node.fresh(member.number(), row.getString(1), track);
        selector.choose(node, member, 0, end).ifPresent(next -> lackingOutOfBand(member, next, failedKb));
    }

    private void lacking(Member member, Dated installed, String failedKb) {
        long has = installed == null ? Long.MIN_VALUE : installed.appears();
        for (int line : linesOf.getOrDefault(member.product(), List.of())) {
            OfferLine one = lines.get(line);
            if (one.regular() && one.appears() > has && one.appears() <= end) {
                (failedKb != null && one.has(failedKb) ? failed : pending).merge(line, 1, Integer::sum);
            }
        }
    }

    private void lackingOutOfBand(Member member, SelectedUpdate next, String failedKb) {
        for (int line : linesOf.getOrDefault(member.product(), List.of())) {
            if (lines.get(line).outOfBand() && lines.get(line).offer().equals(next.offer())) {
                (next.kb().equals(failedKb) ? failed : pending).merge(line, 1, Integer::sum);
            }
        }
    }
}
