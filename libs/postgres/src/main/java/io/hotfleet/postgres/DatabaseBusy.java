package io.hotfleet.postgres;

import io.hotfleet.rest.ProblemException;

/// As many transactions as the service allows itself are open, and none has ended in time.
final class DatabaseBusy extends ProblemException {
    private static final long serialVersionUID = 1L;

    DatabaseBusy(int transactionsMax) {
        super("overloaded", 503, "%d transactions are open, the most at once; try again.".formatted(transactionsMax));
    }
}
