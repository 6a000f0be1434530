package io.hotfleet.patch.fleet.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/// What people edit of a cluster; its nodes join and leave by SQL, which counts the version, too.
@Entity
@Table(name = "cluster")
class StoredCluster {
    @Embeddable
    record Key(int fleet, int unit) {}

    @EmbeddedId
    Key key;

    @Column(updatable = false)
    String name;

    /// A `MaintenanceWindow` as text; null without one.
    @Column(name = "window_text")
    String window;

    @Version
    int version;
}
