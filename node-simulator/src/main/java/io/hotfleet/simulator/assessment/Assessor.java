package io.hotfleet.simulator.assessment;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.simulator.client.Batches;
import io.hotfleet.simulator.client.CallRefused;
import io.hotfleet.simulator.client.Licensing;
import io.hotfleet.simulator.client.Licensing.MachineFacts;
import io.hotfleet.simulator.client.Licensing.Verdict;
import io.hotfleet.simulator.client.Patch;
import io.hotfleet.simulator.client.Patch.Track;
import io.hotfleet.simulator.client.Patch.TrackQuestion;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Facts;
import io.hotfleet.simulator.inventory.Fleet;
import io.hotfleet.simulator.inventory.Machine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Asks both services how a fleet stands. Equal facts are asked once, so a large fleet needs few calls.
@ApplicationScoped
public class Assessor {
    private final Licensing licensing;
    private final Patch patch;

    Assessor(Licensing licensing, Patch patch) {
        this.licensing = licensing;
        this.patch = patch;
    }

    /// @param overlay releases that count beside the catalogue
    /// @throws ProblemException where a service finds fault with what the caller handed in
    public Assessment assess(Fleet fleet, Instant at, List<Release> overlay) {
        List<MachineFacts> distinct = new ArrayList<>();
        int[] groups = group(fleet, distinct);
        try {
            List<EligibilityGroup> standings = new ArrayList<>(distinct.size());
            for (List<MachineFacts> batch : Batches.of(distinct, Licensing.BATCH_MAX)) {
                standings.addAll(ask(batch, at, overlay));
            }
            return new Assessment(fleet, groups, standings);
        } catch (CallRefused e) {
            throw new ProblemException(ProblemType.INVALID, e.detail());
        }
    }

    private static int[] group(Fleet fleet, List<MachineFacts> distinct) {
        Map<Facts, Integer> known = new HashMap<>();
        int[] groups = new int[fleet.machines().size()];
        for (int i = 0; i < groups.length; i++) {
            Machine machine = fleet.machines().get(i);
            groups[i] = known.computeIfAbsent(machine.facts(), facts -> {
                distinct.add(new MachineFacts(machine.name(), machine.cluster(), facts));
                return distinct.size() - 1;
            });
        }
        return groups;
    }

    private List<EligibilityGroup> ask(List<MachineFacts> batch, Instant at, List<Release> overlay) {
        Map<String, Verdict> verdicts = byName(licensing.eligibility(at, batch), Verdict::machine);
        List<TrackQuestion> questions = batch.stream()
                .map(one -> new TrackQuestion(
                        one.machine(),
                        one.facts().product(),
                        one.facts().kb(),
                        verdicts.get(one.machine()).gates().isEmpty()))
                .toList();
        Map<String, Track> tracks = byName(patch.track(at, overlay, questions), Track::machine);
        return batch.stream()
                .map(one -> EligibilityGroup.of(verdicts.get(one.machine()), tracks.get(one.machine())))
                .toList();
    }

    private static <T> Map<String, T> byName(List<T> items, Function<T, String> name) {
        return items.stream().collect(Collectors.toMap(name, Function.identity()));
    }
}
