package io.hotfleet.rest;

import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
final class SampleFailures implements FailureTranslator {
    static final String KNOWN = "known";

    @Override
    public Optional<ProblemException> translate(Throwable failure) {
        return KNOWN.equals(failure.getMessage())
                ? Optional.of(new ProblemException(ProblemType.OVERLOADED, "Too much."))
                : Optional.empty();
    }
}
