package io.hotfleet.simulator.assessment;

import io.hotfleet.simulator.client.Licensing.Gate;
import io.hotfleet.simulator.client.Licensing.Verdict;
import io.hotfleet.simulator.client.Patch.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How machines with the same facts stand with the gates.
///
/// @param fixable whether every gate that does not pass can be made to
/// @param licensed whether they pass all gates of licensing-service, whatever their track
/// @param kbKnown false where the KB is unknown, to us or to the catalogue: then the track is, too
/// @param gates those that do not pass, in order
public record EligibilityGroup(Status status, boolean fixable, boolean licensed, boolean kbKnown, List<Gate> gates) {
    /// Blocked counts before unknown: a failure is certain.
    public enum Status {
        ELIGIBLE,
        BLOCKED,
        UNKNOWN
    }

    private static final String FAIL = "FAIL";
    private static final Gate OFF_TRACK = new Gate(
            GateOrder.BASELINE,
            FAIL,
            true,
            false,
            "WAIT_FOR_BASELINE",
            "none: the product's next baseline brings it back");

    /// What is not known is read, never changed.
    private static final Gate UNKNOWN_TRACK = new Gate(
            GateOrder.BASELINE,
            "UNKNOWN",
            false,
            false,
            "FIND_OUT_KB",
            "Get-HotFix | ConvertTo-Json -Depth 4 > hotfix.json, and CurrentBuild and UBR of the registry: give both files");

    static EligibilityGroup of(Verdict verdict, Track track) {
        List<Gate> gates = new ArrayList<>(verdict.gates());
        boolean licensed = gates.isEmpty();
        boolean kbKnown = track.known() || track.kb() == null;
        if (!track.onTrack() || !kbKnown) {
            int place = 0;
            while (place < gates.size()
                    && !GateOrder.isBehindBaseline(gates.get(place).gate())) {
                place++;
            }
            gates.add(place, kbKnown ? OFF_TRACK : UNKNOWN_TRACK);
        }
        return new EligibilityGroup(
                status(gates), kbKnown && (licensed || verdict.fixable()), licensed, kbKnown, List.copyOf(gates));
    }

    /// The gate under which a machine is counted: the first that fails, else the first that is not known.
    public Optional<Gate> first() {
        return gates.stream()
                .filter(gate -> FAIL.equals(gate.answer()))
                .findFirst()
                .or(() -> gates.stream().findFirst());
    }

    private static Status status(List<Gate> gates) {
        if (gates.isEmpty()) {
            return Status.ELIGIBLE;
        }
        return gates.stream().anyMatch(gate -> FAIL.equals(gate.answer())) ? Status.BLOCKED : Status.UNKNOWN;
    }
}
