package io.hotfleet.simulator.packages;

import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.manifest.ManifestJson;
import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.postgres.Statements;
import io.hotfleet.simulator.packages.VerifiedPackages.Finding;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is in the packages that nodes of live fleets were offered and found intact. It is kept with the fleet, so that
/// its past never depends on what patch-service still has.
@ApplicationScoped
public class FleetPackages {
    /// Kept in memory; the others are read again when a node is rebuilt.
    private static final int MANIFESTS_MAX = 64;

    private final VerifiedPackages seals;
    private final Statements sql;
    private final Map<Key, Manifest> read = new LinkedHashMap<>(MANIFESTS_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Manifest> eldest) {
            return size() > MANIFESTS_MAX;
        }
    };

    FleetPackages(VerifiedPackages seals, Statements sql) {
        this.seals = seals;
        this.sql = sql;
    }

    private record Key(long fleet, String digest) {}

    /// Verifies a package that a node is offered, and keeps what is in it.
    ///
    /// @param product of the node
    /// @param digest as the offer carries it; null if it carries none
    /// @return why it must not be loaded
    public Optional<SignatureFault> verify(long fleet, String product, String kb, String digest) {
        Finding finding = seals.find(product, kb, digest);
        finding.manifest()
                .ifPresent(manifest -> sql.query(
                        "insert into live_package (fleet, digest, manifest) values ($1, $2, $3) on conflict do nothing",
                        fleet,
                        digest,
                        ManifestJson.write(manifest)));
        return finding.flaw();
    }

    /// @throws IllegalStateException where nobody has kept it
    public Manifest find(long fleet, String digest) {
        Key key = new Key(fleet, digest);
        synchronized (read) {
            Manifest before = read.get(key);
            if (before != null) {
                return before;
            }
        }
        // nobody waits for another's query
        Manifest loaded = load(key);
        synchronized (read) {
            read.put(key, loaded);
        }
        return loaded;
    }

    private Manifest load(Key key) {
        Iterator<Row> rows = sql.query(
                        "select manifest from live_package where fleet = $1 and digest = $2", key.fleet(), key.digest())
                .iterator();
        if (!rows.hasNext()) {
            throw new IllegalStateException("A node was offered package " + key.digest() + ", which nobody has kept");
        }
        return ManifestJson.read(rows.next().getString("manifest"));
    }
}
