package io.hotfleet.simulator.fleet.sharding;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import java.util.Optional;

/// All simulators, this one among them, as somebody outside counts them. Blocks: call it from virtual threads.
interface Simulators {
    /// This simulator alone, with nobody to ask for another.
    Simulators ONE = new Simulators() {
        @Override
        public Optional<PodName> pod() {
            return Optional.empty();
        }

        @Override
        public Size size() {
            return new Size(1, 1);
        }

        @Override
        public Size scale(int replicas) {
            throw new ProblemException(
                    ProblemType.NOT_ON_KUBERNETES,
                    "This simulator runs in no StatefulSet: there is one, and nobody to start another");
        }
    };

    /// @param replicas that are wanted
    /// @param ready of these, simulators that answer
    record Size(int replicas, int ready) {}

    /// Empty where there is no StatefulSet.
    Optional<PodName> pod();

    /// @throws KubernetesUnavailable where nobody tells
    Size size();

    /// Asks for so many simulators; the same number again changes nothing.
    Size scale(int replicas);
}
