/// What a node checks before it loads a package: the SHA-256 that its offer carries, the seal, the manifest, every
// payload.
/// A verifier of its own: a node trusts its root, not the service that hands packages out.
package io.hotfleet.simulator.seal;
