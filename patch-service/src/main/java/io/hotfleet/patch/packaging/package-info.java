/// Signed packages of all hotpatches: made from the catalogue, taken in from elsewhere, handed out by digest.
/// An offer names its package by the SHA-256 that is given here.
package io.hotfleet.patch.packaging;
