package io.hotfleet.node.workflow;

import io.hotfleet.node.workflow.Failure.Next;
import java.util.Optional;
import java.util.Set;

/// Where a node stands with one release. The methods are the legal moves; there are no others.
public sealed interface NodeState {
    /// The release this is about.
    String kb();

    long sinceSeconds();

    default Phase phase() {
        return switch (this) {
            case Offered _ -> Phase.OFFERED;
            case Downloading _ -> Phase.DOWNLOADING;
            case Analysing _ -> Phase.ANALYSING;
            case Validating _ -> Phase.VALIDATING;
            case Loading _ -> Phase.LOADING;
            case Hooking _ -> Phase.HOOKING;
            case Verifying _ -> Phase.VERIFYING;
            case Retiring _ -> Phase.RETIRING;
            case Active _ -> Phase.ACTIVE;
            case PartlyActive _ -> Phase.PARTLY_ACTIVE;
            case Failed _ -> Phase.FAILED;
            case RolledBack _ -> Phase.ROLLED_BACK;
            case Restarting _ -> Phase.RESTARTING;
        };
    }

    /// States that end by themselves, at `dueSeconds`.
    sealed interface Timed extends NodeState {
        long dueSeconds();
    }

    /// One step of an installation is under way.
    sealed interface Installing extends Timed {
        default Failed fail(Failure failure, long undoneSeconds) {
            return new Failed(kb(), dueSeconds(), undoneSeconds, failure);
        }
    }

    record Offered(String kb, long sinceSeconds, long dueSeconds) implements Installing {
        Downloading download(long next) {
            return new Downloading(kb, dueSeconds, next);
        }
    }

    record Downloading(String kb, long sinceSeconds, long dueSeconds) implements Installing {
        Analysing analyse(long next) {
            return new Analysing(kb, dueSeconds, next);
        }
    }

    record Analysing(String kb, long sinceSeconds, long dueSeconds) implements Installing {
        Validating validate(long next) {
            return new Validating(kb, dueSeconds, next);
        }
    }

    record Validating(String kb, long sinceSeconds, long dueSeconds) implements Installing {
        Loading load(long next) {
            return new Loading(kb, dueSeconds, next);
        }
    }

    /// Mapping patch images, or staging files.
    record Loading(String kb, long sinceSeconds, long dueSeconds) implements Installing {
        Hooking hook(long next) {
            return new Hooking(kb, dueSeconds, next);
        }

        Restarting restart(long next) {
            return new Restarting(kb, dueSeconds, next, Optional.empty());
        }
    }

    record Hooking(String kb, long sinceSeconds, long dueSeconds) implements Installing {
        Verifying verify(long next) {
            return new Verifying(kb, dueSeconds, next);
        }
    }

    record Verifying(String kb, long sinceSeconds, long dueSeconds) implements Installing {
        Retiring retire(long next) {
            return new Retiring(kb, dueSeconds, next);
        }
    }

    /// The new code runs; old code is leaving memory.
    record Retiring(String kb, long sinceSeconds, long dueSeconds) implements Timed {
        NodeState settle(Set<String> waitingForBoot) {
            return settled(kb, dueSeconds, waitingForBoot);
        }
    }

    record Active(String kb, long sinceSeconds) implements NodeState {}

    /// @param waitingForBoot images whose part comes with the next restart
    record PartlyActive(String kb, long sinceSeconds, Set<String> waitingForBoot) implements NodeState {}

    /// The undo is under way; memory is already as it was.
    record Failed(String kb, long sinceSeconds, long dueSeconds, Failure failure) implements Timed {
        RolledBack undone(String running, Next next, long nextSeconds) {
            return new RolledBack(kb, dueSeconds, nextSeconds, failure, running, next);
        }
    }

    /// @param dueSeconds when it is tried again; [#NEVER] unless `next` says so
    /// @param running the newest release that the machine runs
    record RolledBack(String kb, long sinceSeconds, long dueSeconds, Failure failure, String running, Next next)
            implements Timed {
        Downloading retry(long next) {
            return new Downloading(kb, dueSeconds, next);
        }
    }

    /// @param then where an interrupted or failed installation stands afterwards
    record Restarting(String kb, long sinceSeconds, long dueSeconds, Optional<RolledBack> then) implements Timed {
        NodeState up(String running, Set<String> waitingForBoot) {
            return then.<NodeState>map(failed -> failed).orElseGet(() -> settled(running, dueSeconds, waitingForBoot));
        }
    }

    long NEVER = Long.MAX_VALUE;

    private static NodeState settled(String kb, long atSeconds, Set<String> waitingForBoot) {
        return waitingForBoot.isEmpty() ? new Active(kb, atSeconds) : new PartlyActive(kb, atSeconds, waitingForBoot);
    }

    /// A restart may come in any state. An installation that it interrupts is tried again afterwards.
    default Restarting restart(long atSeconds, long upSeconds, long retrySeconds) {
        Optional<RolledBack> then =
                switch (this) {
                    case Installing installing ->
                        Optional.of(new RolledBack(
                                installing.kb(), upSeconds, retrySeconds, Failure.INTERRUPTED, "", Next.RETRY));
                    case Failed failed ->
                        Optional.of(new RolledBack(
                                failed.kb(),
                                upSeconds,
                                retrySeconds,
                                failed.failure(),
                                "",
                                failed.failure().next()));
                    case RolledBack rolledBack -> Optional.of(rolledBack);
                    case Restarting restarting -> restarting.then();
                    case Active _, PartlyActive _, Retiring _ -> Optional.empty();
                };
        return new Restarting(kb(), atSeconds, upSeconds, then);
    }
}
