package io.hotfleet.simulator.fleet.agent;

import static java.util.stream.Collectors.toSet;

import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.MemoryView.Counters;
import io.hotfleet.node.workflow.Fault;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.node.workflow.NodeState;
import io.hotfleet.node.workflow.Offer.Seal;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.simulator.client.CallRefused;
import io.hotfleet.simulator.client.LiveFeed;
import io.hotfleet.simulator.client.LiveFeed.LiveReport;
import io.hotfleet.simulator.client.LiveFeed.Order;
import io.hotfleet.simulator.client.LiveFeed.Taken;
import io.hotfleet.simulator.fleet.FleetService;
import io.hotfleet.simulator.fleet.FleetService.Present;
import io.hotfleet.simulator.fleet.SimulatedFleet.Place;
import io.hotfleet.simulator.fleet.agent.LossyChannel.Arrival;
import io.hotfleet.simulator.fleet.node.InputForm;
import io.hotfleet.simulator.fleet.node.InputLog;
import io.hotfleet.simulator.fleet.node.InputLog.Key;
import io.hotfleet.simulator.fleet.node.InputLog.Logged;
import io.hotfleet.simulator.fleet.node.NodeCache;
import io.hotfleet.simulator.fleet.sharding.Shard;
import io.hotfleet.simulator.packages.FleetPackages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Where live fleets meet patch-service: commands go into the nodes' logs, answers go back as reports.
///
/// What is open there is what is done here: every exchange takes all open commands, gives each to its node once, and
/// lets the node say how far it is. So nothing needs to be remembered of an exchange that failed, a report that was
/// lost, or a process that ended in between.
@ApplicationScoped
class UpdateAgent {
    private final FleetService fleets;
    private final NodeCache nodes;
    private final InputLog log;
    private final LiveFeed feed;
    private final FleetPackages packages;
    /// What is on its way when the process ends is lost, as it would be.
    private final Map<Long, LossyChannel> ways = new ConcurrentHashMap<>();

    UpdateAgent(FleetService fleets, NodeCache nodes, InputLog log, LiveFeed feed, FleetPackages packages) {
        this.fleets = fleets;
        this.nodes = nodes;
        this.log = log;
        this.feed = feed;
        this.packages = packages;
    }

    /// What one exchange did.
    ///
    /// @param open commands that patch-service waits for, to nodes of the share
    /// @param unreachable of these, commands whose node is cut off or not of this fleet
    /// @param sent reports that the nodes sent, arrived or not
    record Exchange(int open, int unreachable, int sent, int applied, int stale) {}

    /// A node as the rim sees it at one moment.
    private record Sight(ReportDraft answer, Map<Fault, Integer> faults, String vbs, Counters memory) {}

    /// @param share the nodes that exchange; whoever else holds one of them at the same moment does no harm
    Exchange exchange(String name, Shard share) {
        Present present = fleets.require(name);
        String there = present.fleet()
                .patchFleet()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_CONNECTED, "Fleet '" + name + "' takes no commands of patch-service"));
        LossyChannel way = ways.computeIfAbsent(
                present.fleet().number(), _ -> new LossyChannel(present.fleet().seed()));
        synchronized (way) {
            try {
                List<Order> open = open(there, present, share);
                int unreachable = 0;
                int sent = 0;
                for (Order order : open) {
                    Optional<Place> place = present.fleet().find(order.machine());
                    if (place.isEmpty() || isCutOff(present, place.get())) {
                        unreachable++;
                    } else if (order.at().getEpochSecond() <= present.nowSeconds()) {
                        sent += report(present, place.get(), order, way);
                    }
                }
                Arrival arrival = way.arrive();
                Taken taken = deliver(there, arrival.prompt()).plus(deliver(there, arrival.overtaken()));
                return new Exchange(open.size(), unreachable, sent, taken.applied(), taken.stale());
            } catch (CallRefused e) {
                throw new ProblemException(ProblemType.PATCH_SERVICE_REFUSED, e.getMessage());
            }
        }
    }

    private List<Order> open(String there, Present present, Shard share) {
        return feed.open(there).stream()
                .filter(order -> share.has(present.fleet().number(), order.machine()))
                .toList();
    }

    private boolean isCutOff(Present present, Place place) {
        return nodes.now(present, place, Node::faults).containsKey(Fault.PARTITION);
    }

    /// @return 1 if the node had something new to say
    private int report(Present present, Place place, Order order, LossyChannel way) {
        Sight sight = sight(present, place, order);
        ReportDraft answer = sight.answer();
        String told = order.id() + " " + answer.outcome() + " " + answer.state();
        OptionalInt seq = log.nextReport(new Key(present.fleet().number(), place.node()), told, answer.hasEnded());
        if (seq.isEmpty()) {
            return 0;
        }
        long skewed = present.nowSeconds() + sight.faults().getOrDefault(Fault.CLOCK_SKEW, 0);
        way.send(
                new LiveReport(
                        place.node(),
                        seq.getAsInt(),
                        Instant.ofEpochSecond(skewed),
                        order.id(),
                        order.kb(),
                        answer.outcome().name(),
                        answer.state(),
                        answer.installSeconds(),
                        answer.downSeconds(),
                        sight.vbs(),
                        sight.memory().hooks(),
                        sight.memory().patchKib(),
                        sight.memory().retainedKib()),
                sight.faults());
        return 1;
    }

    private Sight sight(Present present, Place place, Order order) {
        boolean known = order.kb() == null
                || present.fleet().releases().find(place.product(), order.kb()).isPresent();
        Optional<Logged> taken = known ? Optional.of(take(present, place, order)) : Optional.empty();
        return nodes.now(present, place, node -> {
            ReportDraft answer = taken.map(logged ->
                            ReportDraft.of(order, logged.atSeconds(), node, isPresent(present, place, order, node)))
                    .orElse(ReportDraft.failed("release-unknown"));
            boolean down = node.state() instanceof NodeState.Restarting;
            String vbs = down
                    ? null
                    : List.of("off", "configured", "running").get(node.vbs().status());
            return new Sight(answer, node.faults(), vbs, MemoryView.counters(node.memory()));
        });
    }

    private static boolean isPresent(Present present, Place place, Order order, Node node) {
        return order.kb() != null
                && present.fleet()
                        .releases()
                        .offer(place.product(), order.kb(), Seal.INTACT)
                        .isIn(node.running());
    }

    /// The command as an input of the node; one that it has taken before is not taken again.
    private Logged take(Present present, Place place, Order order) {
        Key key = new Key(present.fleet().number(), place.node());
        String once = "patch-service command " + order.id() + " at " + order.at();
        Optional<Logged> before = log.find(key, once);
        return before.orElseGet(() -> log.append(key, present.nowSeconds(), input(key, place, order), once));
    }

    /// A package is verified when its command is taken; what was found is in the log, so that the past never changes.
    private InputForm input(Key key, Place place, Order order) {
        return switch (order.action()) {
            case INSTALL -> offer(key, place, order);
            case FIX -> InputForm.of(InputForm.Type.RESTART);
            case WITHDRAW -> InputForm.of(InputForm.Type.WITHDRAWAL);
        };
    }

    private InputForm offer(Key key, Place place, Order order) {
        if (!order.hotpatches()) {
            return InputForm.offer(order.kb());
        }
        String digest = order.packageDigest();
        return InputForm.offer(order.kb(), digest, packages.verify(key.fleet(), place.product(), order.kb(), digest));
    }

    private Taken deliver(String there, List<LiveReport> arriving) {
        Taken all = Taken.NONE;
        for (int i = 0; i < arriving.size(); i += LiveFeed.REPORTS_MAX) {
            int end = Math.min(arriving.size(), i + LiveFeed.REPORTS_MAX);
            all = all.plus(handOver(there, arriving.subList(i, end)));
        }
        return all;
    }

    /// While two simulators hold a node, the second one to answer a command is refused, and with it its whole batch.
    /// What is answered by now is left away then, and the rest sent again.
    private Taken handOver(String there, List<LiveReport> reports) {
        try {
            return reports.isEmpty() ? Taken.NONE : feed.report(there, reports);
        } catch (CallRefused e) {
            Set<Long> open = feed.open(there).stream().map(Order::id).collect(toSet());
            List<LiveReport> left = reports.stream()
                    .filter(report -> open.contains(report.command()))
                    .toList();
            if (left.size() == reports.size()) {
                throw e;
            }
            int answered = reports.size() - left.size();
            return new Taken(answered, 0, answered).plus(handOver(there, left));
        }
    }
}
