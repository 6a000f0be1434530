package io.hotfleet.licensing.price;

/// What a price is taken of.
enum Meter {
    NONE,
    SERVER_MONTH,
    CORE_MONTH
}
