package io.hotfleet.licensing.pricing;

/// What a price is taken of.
enum Meter {
    NONE,
    SERVER_MONTH,
    CORE_MONTH
}
