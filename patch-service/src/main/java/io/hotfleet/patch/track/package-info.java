/// Whether a machine stands on a hotpatch track, and what moves it on or off.
/// Lineage of KBs decides, never build numbers: two KBs of one build can have opposite effects.
package io.hotfleet.patch.track;
