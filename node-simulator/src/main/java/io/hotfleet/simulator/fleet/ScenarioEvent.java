package io.hotfleet.simulator.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.node.kernel.Randoms;
import io.hotfleet.node.workflow.Fault;
import io.hotfleet.node.workflow.NodeInput;
import io.hotfleet.node.workflow.Offer.Seal;
import io.hotfleet.node.workflow.Step;
import io.hotfleet.rest.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Something that a fleet's description lets happen at a time to some of its nodes. Which ones is a draw of (seed,
/// node, number of the event), so a scenario is told in a few lines and costs nothing until its nodes are looked at.
///
/// @param atSeconds when it happens
/// @param nodes to which; to any where there is none
/// @param sharePercent of these, how many it hits
record ScenarioEvent(int number, long atSeconds, Optional<NodeNames> nodes, int sharePercent, EventForm what) {
    static final int EVENTS_MAX = 1_000;
    private static final int PER_CENT = 100;

    /// One of `fault` (laid, or healed with `heal`), `offer` (a release) and `restart`.
    ///
    /// @param nodes one name or a range; all where it is not told
    /// @param sharePercent 100 where it is not told
    /// @param step in which power is lost
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventForm(
            Instant at,
            String nodes,
            Integer sharePercent,
            String fault,
            Integer value,
            String step,
            Boolean heal,
            String offer,
            Boolean restart) {}

    static ScenarioEvent of(EventForm form, int number, long fromSeconds) {
        String field = "events/" + number;
        if (form == null || form.at() == null || form.at().getNano() != 0) {
            throw ProblemException.invalid("/" + field + "/at", "a time on a whole second is needed");
        }
        if (form.at().getEpochSecond() < fromSeconds) {
            throw ProblemException.invalid("/" + field + "/at", "'" + form.at() + "' lies before the fleet begins");
        }
        int share = Objects.requireNonNullElse(form.sharePercent(), PER_CENT);
        if (share < 1 || share > PER_CENT) {
            throw ProblemException.invalid("/" + field + "/sharePercent", share + " is not accepted; 1 to 100 is");
        }
        boolean restarts = Objects.requireNonNullElse(form.restart(), false);
        int told = (form.fault() == null ? 0 : 1) + (form.offer() == null ? 0 : 1) + (restarts ? 1 : 0);
        if (told != 1) {
            throw ProblemException.invalid("/" + field, "exactly one of fault, offer and restart is needed");
        }
        if (form.fault() != null) {
            fault(form, field);
            value(form, field);
        }
        Optional<NodeNames> nodes =
                Optional.ofNullable(form.nodes()).map(names -> NodeNames.of(names, field + "/nodes"));
        return new ScenarioEvent(number, form.at().getEpochSecond(), nodes, share, form);
    }

    /// Asked once, when the fleet is made: older ones may hold faults without the value that they need.
    static void requireValues(List<EventForm> forms) {
        for (int i = 0; i < forms.size(); i++) {
            EventForm form = forms.get(i);
            boolean lays = form != null && form.fault() != null && !Objects.requireNonNullElse(form.heal(), false);
            if (lays) {
                Spelling.value(fault(form, "events/" + i), form.value(), form.step(), "events/" + i + "/");
            }
        }
    }

    boolean hits(long seed, String node) {
        double drawn = Randoms.uniform(seed, Randoms.key("event"), Randoms.key(node), number);
        return nodes.filter(names -> names.indexOf(node) < 0).isEmpty() && drawn * PER_CENT < sharePercent;
    }

    NodeInput input(FleetReleases releases, String product) {
        if (what.offer() != null) {
            return new NodeInput.Offered(releases.offer(product, what.offer(), Seal.INTACT));
        }
        if (what.fault() == null) {
            return new NodeInput.RestartAsked();
        }
        Fault fault = fault(what, "fault");
        boolean heals = Objects.requireNonNullElse(what.heal(), false);
        return heals ? new NodeInput.Healed(fault) : new NodeInput.Injected(fault, value(what, "fault"));
    }

    private static Fault fault(EventForm form, String field) {
        return Spelling.choice(Fault.class, form.fault(), field + "/fault");
    }

    private static int value(EventForm form, String field) {
        return form.step() == null
                ? Objects.requireNonNullElse(form.value(), 0)
                : Spelling.choice(Step.class, form.step(), field + "/step").number();
    }
}
