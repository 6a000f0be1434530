/// What licensing-service signed: which machine may hotpatch, since when, and which gates forbid it.
/// Lists are verified with the published keys when they come in; decisions read them from memory.
package io.hotfleet.patch.entitlement;
