package io.hotfleet.licensing.onboarding;

import io.hotfleet.rest.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/// Lets machines connect to a fleet, for a time and a number of them. Its secret is not kept, only its hash.
@Entity
@Table(name = "onboarding_token")
class OnboardingToken {
    @Id
    UUID id;

    String fleet;

    String label;

    String hash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "uses_max")
    int usesMax;

    @Column(updatable = false)
    int uses;

    @Version
    int version;

    /// What its owner may see of it.
    record View(
            UUID id, String label, Instant createdAt, Instant expiresAt, Instant revokedAt, int usesMax, int uses) {}

    /// A repetition changes nothing.
    void revoke(String ifMatch, Instant now) {
        Versioned.require(ifMatch, version);
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    View view() {
        return new View(id, label, createdAt, expiresAt, revokedAt, usesMax, uses);
    }
}
