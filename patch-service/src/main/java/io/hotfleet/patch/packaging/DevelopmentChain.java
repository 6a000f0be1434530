package io.hotfleet.patch.packaging;

import io.hotfleet.hotpatch.signature.Identity;
import io.hotfleet.hotpatch.signature.Issuer;
import io.hotfleet.hotpatch.signature.Issuer.Validity;
import io.hotfleet.hotpatch.signature.Trust;
import io.quarkus.logging.Log;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A chain for those who have none: made at the first start, kept in the database, its keys never shown.
final class DevelopmentChain {
    private static final Duration ROOT_LIFE = Duration.ofDays(20 * 365);
    private static final Duration SIGNER_LIFE = Duration.ofDays(3 * 365);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(90);
    private static final Duration LIST_LIFE = Duration.ofDays(7);
    private static final Duration LIST_REISSUED = Duration.ofDays(1);
    /// Clocks of replicas and nodes differ; nothing shall be "not valid yet".
    private static final Duration BACKDATED = Duration.ofHours(1);

    private final Map<String, PackageKey> keys = new HashMap<>();
    private final Instant now;
    private final Issuer root;
    private final Issuer intermediate;
    private final Identity signer;
    private final Identity timestamper;
    private Instant issued = Instant.EPOCH;
    private List<X509CRL> lists = List.of();

    /// Takes the chain from its keys, makes it, or renews what signs.
    ///
    /// @param kept none, or all; what is renewed changes in them
    DevelopmentChain(Collection<PackageKey> kept, Instant now) {
        this.now = now;
        kept.forEach(key -> keys.put(key.name, key));
        boolean first = keys.isEmpty();
        Validity life = life(ROOT_LIFE);
        root = first ? keep(Issuer.root("Hotfleet development root", life), "root") : issuer("root", List.of());
        intermediate = first
                ? keep(root.intermediate("Hotfleet development intermediate", life), "intermediate")
                : issuer("intermediate", List.of(keys.get("intermediate").certificate()));
        signer = identity("signer", Issuer.CODE_SIGNING);
        timestamper = identity("timestamp", Issuer.TIME_STAMPING);
        if (first) {
            Log.info("A development chain for packages was made");
        }
    }

    /// All of them, for the database.
    Collection<PackageKey> keys() {
        return keys.values();
    }

    Identity signer() {
        return signer;
    }

    Identity timestamper() {
        return timestamper;
    }

    synchronized Trust trust(Instant time) {
        if (issued.plus(LIST_REISSUED).isBefore(time)) {
            Validity week = new Validity(time.minus(BACKDATED), time.plus(LIST_LIFE));
            lists = List.of(root.revocationList(Map.of(), week), intermediate.revocationList(Map.of(), week));
            issued = time;
        }
        return new Trust(root.certificate(), lists);
    }

    private Issuer issuer(String name, List<X509Certificate> above) {
        return keys.get(name).issuer(above);
    }

    private Issuer keep(Issuer made, String name) {
        keep(name, made.key(), made.certificate());
        return made;
    }

    private Identity identity(String name, String usage) {
        PackageKey before = keys.get(name);
        if (before != null && before.isValidAt(now.plus(RENEWED_BEFORE))) {
            return before.identity(intermediate.certificate());
        }
        Identity made = intermediate.identity("Hotfleet development " + name, usage, life(SIGNER_LIFE));
        keep(name, made.key(), made.certificate());
        return made;
    }

    private void keep(String name, PrivateKey key, X509Certificate certificate) {
        keys.computeIfAbsent(name, PackageKey::named).take(key, certificate);
    }

    private Validity life(Duration span) {
        return new Validity(now.minus(BACKDATED), now.plus(span));
    }
}
