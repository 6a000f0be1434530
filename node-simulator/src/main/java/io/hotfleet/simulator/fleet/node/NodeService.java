package io.hotfleet.simulator.fleet.node;

import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.simulator.fleet.FleetService;
import io.hotfleet.simulator.fleet.FleetService.Present;
import io.hotfleet.simulator.fleet.SimulatedFleet.Place;
import io.hotfleet.simulator.fleet.node.InputLog.Key;
import io.hotfleet.simulator.fleet.node.InputLog.Logged;
import io.hotfleet.simulator.fleet.node.ItemPage.Part;
import io.hotfleet.simulator.packages.FleetPackages;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// What callers ask of the nodes of a live fleet, and do to them.
@ApplicationScoped
class NodeService {
    /// Nodes that one listing looks at; its answer says where to go on.
    static final int LOOKED_AT_MAX = 1_000;

    private final FleetService fleets;
    private final NodeCache nodes;
    private final InputLog log;
    private final FleetPackages packages;

    NodeService(FleetService fleets, NodeCache nodes, InputLog log, FleetPackages packages) {
        this.packages = packages;
        this.fleets = fleets;
        this.nodes = nodes;
        this.log = log;
    }

    /// One line of a listing.
    record Line(String node, String product, String shape, String state, String kb, Instant since) {}

    record Lines(List<Line> items, String next) {}

    /// An input that the log has.
    @RegisterForReflection(registerFullHierarchy = true)
    record Accepted(String node, int seq, Instant at, InputForm input) {}

    /// @param at null for now
    NodeView view(String fleet, String node, String at) {
        Present present = fleets.require(fleet);
        Place place = require(present, node);
        return look(present, place, at, (found, atSeconds) -> NodeView.of(place, found, atSeconds));
    }

    /// @param list in the order of `key`
    <T> ItemPage<T> part(Part part, Function<Node, List<T>> list, Function<T, String> key) {
        Present present = fleets.require(part.fleet());
        Place place = require(present, part.node());
        return look(
                present,
                place,
                part.at(),
                (found, atSeconds) -> ItemPage.page(part, atSeconds, list.apply(found), key));
    }

    private <T> T look(Present present, Place place, String at, BiFunction<Node, Long, T> view) {
        if (at == null) {
            return nodes.now(present, place, found -> view.apply(found, present.nowSeconds()));
        }
        long atSeconds = moment(present, at);
        return nodes.then(present, place, atSeconds, found -> view.apply(found, atSeconds));
    }

    /// Nodes in the order of their groups. To a node that nothing has happened to nobody needs to look.
    ///
    /// @param after name of the last node seen, null for the first page
    Lines list(String fleet, String after, int limit, Predicate<Line> wanted) {
        Present present = fleets.require(fleet);
        int position = after == null ? 0 : require(present, after).position() + 1;
        int end = Math.min(present.fleet().size(), position + LOOKED_AT_MAX);
        List<Place> places = new ArrayList<>();
        for (int i = position; i < end; i++) {
            places.add(present.fleet().place(i));
        }
        Set<String> touched = log.touched(
                present.fleet().number(), places.stream().map(Place::node).toList());
        List<Line> lines = new ArrayList<>();
        for (Place place : places) {
            boolean untouched = place.active()
                    && !touched.contains(place.node())
                    && present.fleet().planned(place, present.nowSeconds()).isEmpty();
            Line line = !untouched ? nodes.now(present, place, node -> line(place, node)) : untouched(present, place);
            if (wanted.test(line)) {
                lines.add(line);
            }
            if (lines.size() == limit) {
                return new Lines(lines, place.position() + 1 < present.fleet().size() ? place.node() : null);
            }
        }
        boolean more = end < present.fleet().size();
        return new Lines(lines, more ? places.getLast().node() : null);
    }

    /// @param digest of the package to verify, null for made-up contents
    /// @param idempotencyKey null where the caller gave none
    Accepted offer(String fleet, String node, String kb, String digest, String idempotencyKey) {
        Present present = fleets.require(fleet);
        Place place = require(present, node);
        boolean hotpatches =
                present.fleet().releases().require(place.product(), kb).isHotpatch();
        if (digest == null) {
            return accept(fleet, node, InputForm.offer(kb), idempotencyKey);
        }
        if (!hotpatches) {
            throw ProblemException.invalid(
                    "/package", "is not accepted with " + kb + ": hotpatches alone have packages");
        }
        return repeated(new Key(present.fleet().number(), node), kb, digest, idempotencyKey)
                .orElseGet(() -> {
                    Optional<SignatureFault> flaw =
                            packages.verify(present.fleet().number(), place.product(), kb, digest);
                    return accept(fleet, node, InputForm.offer(kb, digest, flaw), idempotencyKey);
                });
    }

    /// A repeated offer gets what the first one found, whatever a list of revocations says by now.
    private Optional<Accepted> repeated(Key key, String kb, String digest, String idempotencyKey) {
        return Optional.ofNullable(idempotencyKey)
                .flatMap(given -> log.find(key, given))
                .filter(before -> before.input().offers(kb, digest))
                .map(before -> accepted(key.node(), before));
    }

    private static Accepted accepted(String node, Logged logged) {
        return new Accepted(node, logged.seq(), Instant.ofEpochSecond(logged.atSeconds()), logged.input());
    }

    /// @param idempotencyKey null where the caller gave none
    Accepted accept(String fleet, String node, InputForm input, String idempotencyKey) {
        Present present = fleets.require(fleet);
        require(present, node);
        Logged logged =
                log.append(new Key(present.fleet().number(), node), present.nowSeconds(), input, idempotencyKey);
        return accepted(node, logged);
    }

    private static Line line(Place place, Node node) {
        return new Line(
                place.node(),
                place.product(),
                place.shape(),
                NodeView.state(node.state()),
                node.state().kb(),
                Instant.ofEpochSecond(node.state().sinceSeconds()));
    }

    private static Line untouched(Present present, Place place) {
        return new Line(
                place.node(),
                place.product(),
                place.shape(),
                "active",
                place.kb(),
                Instant.ofEpochSecond(present.fleet().fromSeconds()));
    }

    private static Place require(Present present, String node) {
        return present.fleet()
                .find(node)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NODE_NOT_FOUND,
                        "Fleet '" + present.fleet().name() + "' has no node '" + node + "'"));
    }

    private static long moment(Present present, String at) {
        try {
            long seconds = Instant.parse(at).getEpochSecond();
            if (seconds >= present.fleet().fromSeconds() && seconds <= present.nowSeconds()) {
                return seconds;
            }
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    "at", "'" + at + "' is no time; one such as 2025-08-12T18:00:00Z is accepted");
        }
        throw ProblemException.invalid(
                "at",
                "'" + at + "' is not accepted; times from "
                        + Instant.ofEpochSecond(present.fleet().fromSeconds()) + " to "
                        + Instant.ofEpochSecond(present.nowSeconds()) + " are");
    }
}
