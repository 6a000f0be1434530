package io.hotfleet.licensing.entitlement;

/// A signed list, the number of machines on it, and where the next page begins (null at the end).
record Entitlements(String jws, int machines, String next) {}
