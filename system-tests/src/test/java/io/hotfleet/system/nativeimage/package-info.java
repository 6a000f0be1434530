/// What native executables of the services need, found without a GraalVM: types that are read or written by
/// reflection, resources that are opened by name, and static initialisers.
/// The JDK's own compiler attributes the sources.
package io.hotfleet.system.nativeimage;
