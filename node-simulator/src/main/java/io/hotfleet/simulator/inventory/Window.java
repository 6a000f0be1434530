package io.hotfleet.simulator.inventory;

/// A weekly maintenance window in local time.
///
/// @param day monday … sunday
/// @param start 24-hour local time, `22:00`
/// @param zone an IANA zone, `Europe/Berlin`
public record Window(String day, String start, int hours, String zone) {}
