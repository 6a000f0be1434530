package io.hotfleet.simulator.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A live fleet as its table holds it: its description never changes, a manual clock is put forward.
@Entity
@Table(name = "live_fleet")
class LiveFleet {
    @Id
    String name;

    /// What its nodes' rows name it by.
    @Column(insertable = false, updatable = false)
    long number;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "request_hash", updatable = false)
    String requestHash;

    /// In the JSON of [FleetForm].
    @Column(updatable = false)
    String definition;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false)
    String[] products;

    /// `manual` or `live`.
    @Column(updatable = false)
    String clock;

    /// Where a manual clock stands.
    @Column(name = "now_seconds")
    long standsAtSeconds;

    /// The live fleet of patch-service whose commands the nodes take; null for none.
    @Column(name = "patch_fleet", updatable = false)
    String patchFleet;

    @Version
    int version;
}
