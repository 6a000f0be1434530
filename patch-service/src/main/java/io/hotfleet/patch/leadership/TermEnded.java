package io.hotfleet.patch.leadership;

/// A former leader wanted to act: another term has begun.
public final class TermEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TermEnded(long term, long now) {
        super("term %d has ended, term %d has begun".formatted(term, now));
    }
}
