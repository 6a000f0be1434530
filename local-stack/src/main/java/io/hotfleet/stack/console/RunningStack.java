package io.hotfleet.stack.console;

import io.hotfleet.stack.Home;
import io.hotfleet.stack.keeper.StackLease;
import io.hotfleet.stack.process.PortPlan;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs a piece of work on a stack that is up, and leaves nothing behind however the work ends: an error, Ctrl-C,
// SIGTERM.
public final class RunningStack {

    private RunningStack() {}

    /// Uses what runs, else starts it for this piece of work alone.
    public static <T> T use(boolean quiet, Function<StackLease, T> work) {
        return use(PortPlan::anyFree, quiet, work);
    }

    public static <T> T use(Supplier<PortPlan> ports, boolean quiet, Function<StackLease, T> work) {
        StackLease lease = StackLease.take(Home.current().prepare(), ports.get(), text -> {
            if (!quiet) {
                Messages.print(text);
            }
        });
        Thread whenEnded = new Thread(() -> {
            Messages.mute();
            lease.close();
        });
        Runtime.getRuntime().addShutdownHook(whenEnded);
        try (lease) {
            return work.apply(lease.awaitReady());
        } finally {
            try {
                Runtime.getRuntime().removeShutdownHook(whenEnded);
            } catch (IllegalStateException e) {
                // the process is ending: the hook closes the lease, and nothing more is to be said
                Messages.mute();
            }
        }
    }
}
