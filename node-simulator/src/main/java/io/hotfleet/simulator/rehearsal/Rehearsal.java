package io.hotfleet.simulator.rehearsal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A rehearsal as its table holds it. Queries leave the request and the report where they are: both may have megabytes.
@Entity
@Table(name = "rehearsal")
class Rehearsal {
    @Id
    String id;

    /// In the order in which they came.
    @Column(insertable = false, updatable = false)
    long number;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "ended_at")
    Instant endedAt;

    String state;

    String reason;

    String fleet;

    int servers;

    @Column(name = "period_from")
    String from;

    @Column(name = "period_to")
    String to;

    @Column(name = "idempotency_key")
    String idempotencyKey;

    @Column(name = "request_hash")
    String requestHash;

    int attempt;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] plays;

    boolean cleaned;

    long reports;

    long rounds;

    byte[] report;

    String owner;

    byte[] request;

    @Column(name = "request_too_large")
    boolean requestTooLarge;

    @Version
    int version;
}
