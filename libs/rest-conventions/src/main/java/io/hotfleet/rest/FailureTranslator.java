package io.hotfleet.rest;

import java.util.Optional;

/// Says what a failure means to the caller, where it is neither a [ProblemException] nor a fault of ours. A bean of
/// the module that knows the failure: this one knows no database.
public interface FailureTranslator {
    Optional<ProblemException> translate(Throwable failure);
}
