/// Machines as they are told, whole or fact by fact, and as they are shown.
/// Machines with equal histories share one timeline, so that gates and bills are worked out once for all of them.
package io.hotfleet.licensing.machine;
