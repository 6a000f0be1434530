package io.hotfleet.postgres;

import io.hotfleet.rest.FailureTranslator;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.Optional;

/// What callers can do about a failure of the database: wait, or send another value.
@Singleton
final class DatabaseFailures implements FailureTranslator {
    @Override
    public Optional<ProblemException> translate(Throwable failure) {
        return switch (DatabaseFault.of(failure)) {
            case UNREACHABLE -> {
                Log.warnf("the database does not answer: %s", failure.getMessage());
                yield Optional.of(new ProblemException(
                        ProblemType.DATABASE_UNAVAILABLE, "The database does not answer; try again."));
            }
            case UNSTORABLE ->
                Optional.of(
                        new ProblemException(ProblemType.INVALID, "A value holds something that cannot be stored."));
            case DUPLICATE ->
                Optional.of(new ProblemException(ProblemType.CONFLICT, "Somebody else has taken the key meanwhile."));
            case ORPHANED ->
                Optional.of(new ProblemException(ProblemType.FLEET_NOT_FOUND, "The fleet was removed meanwhile."));
            case OTHER -> Optional.empty();
        };
    }
}
