/// Both services over HTTP with JSON bodies, on the JDK's client, from virtual threads. Calls are repeated
/// while a service is away, within named limits.
package io.hotfleet.simulator.link.http;
