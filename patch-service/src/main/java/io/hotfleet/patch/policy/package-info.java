/// What a fleet was told to do: strategy, period, policy and assumptions, and what the catalogue then offers it.
/// Pure and immutable; decisions read it, only the fleet's first request writes it.
package io.hotfleet.patch.policy;
