package io.hotfleet.licensing.fleet;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What machines, clusters and hardware may be called: anything that can be printed.
@Pattern(regexp = "(?s)(?=.*\\S)[^\\p{Cc}]{1,255}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
public @interface Name {
    String message() default "has to be a text of 1 to 255 printable characters.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
