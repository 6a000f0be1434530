/// The signed envelope around a hotpatch package: how one is made, and the one form in which it is accepted.
/// Whom to trust is the caller's to say; knows no release, no database and no clock.
package io.hotfleet.hotpatch.signature;
