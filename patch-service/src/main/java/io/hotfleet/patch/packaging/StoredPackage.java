package io.hotfleet.patch.packaging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Formula;

/// A package as the table holds it: one row for every content that was ever offered.
///
/// The seven fields that tell what it is never change; whether it is offered does.
@Entity
@Table(name = "package")
class StoredPackage {
    @Id
    String sha256;

    /// SHA-256 of the root that vouches for it.
    @Column(updatable = false)
    String root;

    @Column(updatable = false)
    String product;

    @Column(updatable = false)
    String kb;

    @Column(updatable = false)
    String lineage;

    @Column(name = "sequence", updatable = false)
    int sequenceNumber;

    @Column(updatable = false)
    boolean synthetic;

    boolean imported;

    @Column(updatable = false)
    String signer;

    @Column(name = "signed_at", updatable = false)
    Instant signedAt;

    boolean replaced;

    @Column(updatable = false)
    byte[] content;

    @Formula("octet_length(content)")
    int bytes;

    @Version
    int version;

    /// @param root that vouches for it
    static StoredPackage of(SignedPackage made, String root, String lineage, boolean imported) {
        StoredPackage stored = new StoredPackage();
        stored.sha256 = made.sha256();
        stored.root = root;
        stored.product = made.manifest().product();
        stored.kb = made.manifest().kb();
        stored.lineage = lineage;
        stored.sequenceNumber = made.manifest().sequenceNumber();
        stored.synthetic = made.manifest().synthetic();
        stored.imported = imported;
        stored.signer = made.verified().signer();
        stored.signedAt = made.verified().signed();
        stored.content = made.bytes();
        return stored;
    }
}
