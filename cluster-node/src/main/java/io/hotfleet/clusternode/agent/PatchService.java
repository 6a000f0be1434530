package io.hotfleet.clusternode.agent;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/// The way to and from patch-service. All calls may be repeated without harm.
public interface PatchService {
    /// Commands with an id greater than `after`, also those of other machines, and the cursor to ask from next.
    Page after(long after);

    /// Says that the node is up.
    ///
    /// @return whether its fleet knows it
    boolean alive(String machine);

    /// What the node was by its last report that arrived; empty where its fleet does not know it.
    Optional<LastReport> former(String machine);

    /// Machines of the fleet whose names begin so; at most 1,000.
    List<String> named(String prefix);

    /// Enters the node into its fleet.
    void enter(MachineRegistration entry);

    /// Takes a node out of its fleet for good.
    void leave(String machine);

    /// Returns once the report is stored.
    void report(UpdateReport report);

    /// The bytes of a package, which nobody has verified yet.
    ///
    /// @param digest as a command carries it
    Optional<byte[]> fetch(String digest);

    Trusted trusted();

    @RegisterForReflection(registerFullHierarchy = true)
    record Page(List<UpdateCommand> items, Long next) {}

    /// What the service's packages are signed under, in PEM.
    @RegisterForReflection(registerFullHierarchy = true)
    record Trusted(String root, List<String> revocationLists) {}

    /// A node without patch-service.
    PatchService NONE = new PatchService() {
        @Override
        public Page after(long after) {
            return new Page(List.of(), null);
        }

        @Override
        public boolean alive(String machine) {
            return true;
        }

        @Override
        public Optional<LastReport> former(String machine) {
            return Optional.empty();
        }

        @Override
        public List<String> named(String prefix) {
            return List.of();
        }

        @Override
        public void enter(MachineRegistration entry) {
            throw new IllegalStateException("Nobody gives this node orders, hence nobody takes " + entry);
        }

        @Override
        public void leave(String machine) {}

        @Override
        public void report(UpdateReport report) {
            throw new IllegalStateException("Nobody gives this node orders, hence nobody takes " + report);
        }

        @Override
        public Optional<byte[]> fetch(String digest) {
            return Optional.empty();
        }

        @Override
        public Trusted trusted() {
            throw new IllegalStateException("Nobody gives this node packages");
        }
    };
}
