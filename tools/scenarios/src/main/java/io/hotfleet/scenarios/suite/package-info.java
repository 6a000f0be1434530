/// What a scenario acts on and what it tells: the three services and their database in a namespace of their own, the
/// live fleets in them, and the outcome with its figures and promises.
package io.hotfleet.scenarios.suite;
