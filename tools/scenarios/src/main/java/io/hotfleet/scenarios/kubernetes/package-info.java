/// A Kubernetes as scenarios use it: kubectl in one namespace, ways to its services, and power and cables of its nodes.
/// What has gone for a moment is asked again, up to a named limit.
package io.hotfleet.scenarios.kubernetes;
