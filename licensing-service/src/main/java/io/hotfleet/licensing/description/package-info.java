/// Completes the interface's description with what annotations would repeat at every call: an example of each answer,
/// and what a problem looks like. It works at build time alone.
package io.hotfleet.licensing.description;
