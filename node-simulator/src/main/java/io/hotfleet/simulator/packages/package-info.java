/// What a node checks before it loads a package (the SHA-256 that its offer carries, the signature, every payload), and
/// what is kept of packages with a live fleet. A node trusts the root it was told, not the service that hands packages
/// out.
package io.hotfleet.simulator.packages;
