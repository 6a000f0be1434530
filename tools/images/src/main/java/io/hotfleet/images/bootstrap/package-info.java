/// What a cluster needs before the services can start: passwords, as Secrets made inside it, and roles and databases
/// that have them. Run as a Job; safe to repeat.
package io.hotfleet.images.bootstrap;
