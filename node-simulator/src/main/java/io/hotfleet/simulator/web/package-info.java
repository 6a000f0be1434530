/// What every endpoint shares: one form of error answer (RFC 9457) and the one place that makes it. Features
/// throw exceptions of their own meaning that extend {@link io.hotfleet.simulator.web.Refused}.
package io.hotfleet.simulator.web;
