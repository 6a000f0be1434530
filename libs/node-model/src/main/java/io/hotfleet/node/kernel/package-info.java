/// The deterministic heart of a simulation: an event queue on arrays, the only randomness, the event history.
/// Knows neither machines nor services nor threads; same seed and events in, same bytes out.
package io.hotfleet.node.kernel;
