package io.hotfleet.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A record that is read from a body, or from each item of a batch (a list of it: a JSON array or NDJSON), with all
/// that is wrong told at once: values of another shape, unknown fields, broken constraints, and [BodyRules].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface JsonBody {
    /// The field by which items of a batch are told apart: no two may have the same value. Empty: no matter.
    String key() default "";
}
