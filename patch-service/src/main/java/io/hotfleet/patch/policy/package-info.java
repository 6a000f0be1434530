/// What a fleet was told: strategy, period, rings, failure gate, maintenance windows, and what is offered to it then.
/// Pure and immutable; clock changes are settled in `MaintenanceWindow` and nowhere else.
package io.hotfleet.patch.policy;
