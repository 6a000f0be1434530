package io.hotfleet.licensing.fleet;

import io.hotfleet.postgres.FleetClock;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How many times as fast as a real one a fleet's clock may run.
@Min(0)
@Max((long) FleetClock.FACTOR_MAX)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@interface Factor {
    String message() default "has to be a number from 0 to 1,000,000.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
