package io.hotfleet.cli.supervisor;

import io.hotfleet.cli.Failure;
import io.hotfleet.cli.Home;
import io.hotfleet.cli.output.Messages;
import io.hotfleet.cli.process.PortPlan;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs a piece of work on a stack that is up, and leaves nothing behind however the work ends: an error, Ctrl-C,
/// SIGTERM.
public final class RunningStack {

    private static final int STARTS_MAX = 3;

    private RunningStack() {}

    /// Uses what runs, else starts it for this piece of work alone.
    public static <T> T use(boolean quiet, Function<StackLease, T> work) {
        return use(PortPlan::anyFree, quiet, work);
    }

    /// @param ports asked again when somebody took one of them before the stack could
    public static <T> T use(Supplier<PortPlan> ports, boolean quiet, Function<StackLease, T> work) {
        return tried(
                ports,
                (plan, ready) -> use(plan, quiet, lease -> {
                    ready.set(true);
                    return work.apply(lease);
                }));
    }

    /// @param attempt sets the flag once the stack is ready: what fails then has another cause
    static <T> T tried(Supplier<PortPlan> ports, BiFunction<PortPlan, AtomicBoolean, T> attempt) {
        for (int starts = 1; ; starts++) {
            PortPlan plan = ports.get();
            AtomicBoolean ready = new AtomicBoolean();
            try {
                return attempt.apply(plan, ready);
            } catch (Failure e) {
                if (starts == STARTS_MAX || ready.get() || plan.isFree()) {
                    throw e;
                }
                Messages.print("a port was taken meanwhile, trying another: " + e.getMessage());
            }
        }
    }

    private static <T> T use(PortPlan ports, boolean quiet, Function<StackLease, T> work) {
        StackLease lease = StackLease.take(Home.current().prepare(), ports, text -> {
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
