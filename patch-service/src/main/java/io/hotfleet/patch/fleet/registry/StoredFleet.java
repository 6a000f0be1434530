package io.hotfleet.patch.fleet.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/// What people edit of a fleet. What its steps change lies in other columns of the row, which only SQL knows.
@Entity
@Table(name = "fleet")
class StoredFleet {
    @Id
    @Column(name = "fleet")
    int number;

    @Column(updatable = false)
    String id;

    /// A `FleetDefinition` as JSON: what the fleet was made with.
    @Column(updatable = false)
    String definition;

    /// What holds since somebody has changed it; null before.
    String edited;

    @Version
    int version;
}
