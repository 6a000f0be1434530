package io.hotfleet.postgres;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;

/// As many transactions as the service allows itself are open, and none has ended in time.
final class DatabaseBusy extends ProblemException {
    private static final long serialVersionUID = 1L;

    DatabaseBusy(int transactionsMax) {
        super(
                ProblemType.OVERLOADED,
                "%d transactions are open, the most at once; try again.".formatted(transactionsMax));
    }
}
