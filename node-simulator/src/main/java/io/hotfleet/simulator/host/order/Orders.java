package io.hotfleet.simulator.host.order;

import io.hotfleet.simulator.link.Packages;
import java.util.List;

/// The way to and from patch-service. All calls may be repeated without harm.
public interface Orders extends Packages {
    /// Commands with an id greater than `after`, also those of other machines, and the cursor to ask from next.
    Page after(long after);

    /// Says that the node is up.
    void alive(String machine);

    /// Returns once the report is stored.
    void report(Report report);

    record Page(List<Order> items, Long next) {}

    /// A node without patch-service.
    Orders NONE = new Orders() {
        @Override
        public Page after(long after) {
            return new Page(List.of(), null);
        }

        @Override
        public void alive(String machine) {}

        @Override
        public void report(Report report) {
            throw new IllegalStateException("Nobody gives this node orders, hence nobody takes " + report);
        }

        @Override
        public byte[] fetch(String digest) {
            return null;
        }

        @Override
        public Trusted trusted() {
            throw new IllegalStateException("Nobody gives this node packages");
        }
    };
}
