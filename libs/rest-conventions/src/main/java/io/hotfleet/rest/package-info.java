/// The conventions of every endpoint: problems (RFC 9457) and the one place that makes them, batches, pages, limits of
/// bodies, and a shutdown that sends clients away. Features throw a `ProblemException`; nothing else of them is known.
package io.hotfleet.rest;
