/// Machines as they are told, whole or fact by fact, as they are shown, and what has to be changed on those that would
/// be eligible after fixes. Machines with equal histories share one timeline, so that gates and bills are worked out
/// once for all of them.
package io.hotfleet.licensing.machine;
