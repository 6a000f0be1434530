/// The signed envelope around a hotpatch package: how one is made, and the one form in which it is accepted.
/// Knows bytes, keys and certificates, but no release, no database and no clock.
package io.hotfleet.hotpatch.signature;
