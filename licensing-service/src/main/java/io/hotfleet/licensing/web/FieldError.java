package io.hotfleet.licensing.web;

/// One field that is at fault: where it is (a JSON pointer), what is wrong, and what would be accepted.
public record FieldError(String pointer, String detail) {}
