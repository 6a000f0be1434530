package io.hotfleet.patch.packaging;

import io.hotfleet.hotpatch.manifest.SyntheticManifests;
import io.hotfleet.hotpatch.signature.Certificates;
import io.hotfleet.hotpatch.signature.CmsSigner;
import io.hotfleet.hotpatch.signature.Identity;
import io.hotfleet.hotpatch.signature.Trust;
import io.hotfleet.postgres.EntityTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// The chain that packages are signed with and verified against: the operator's own, or one for development.
@ApplicationScoped
class SigningAuthority {
    private final PackageKeyRepository keys;
    private final Clock clock;
    private final PackageConfig config;
    private volatile Loaded loaded;

    private record Loaded(CmsSigner signer, Supplier<Trust> trust, String root) {}

    SigningAuthority(PackageKeyRepository keys, Clock clock, PackageConfig config) {
        this.keys = keys;
        this.clock = clock;
        this.config = config;
    }

    /// At start, before the first request; blocking.
    void load(@Observes StartupEvent start) {
        loaded = config.keyStore().map(this::own).orElseGet(this::development);
    }

    CmsSigner signer() {
        return loaded.signer();
    }

    /// What a verifier may believe now.
    Trust trust() {
        return loaded.trust().get();
    }

    Instant now() {
        return clock.instant();
    }

    /// `sha256:` and the hash of the root's certificate.
    String root() {
        return loaded.root();
    }

    private Loaded development() {
        DevelopmentChain chain = EntityTransaction.run(this::developmentChain);
        return new Loaded(
                new CmsSigner(chain.signer(), chain.timestamper()),
                () -> chain.trust(clock.instant()),
                name(chain.trust(clock.instant()).root()));
    }

    private Uni<DevelopmentChain> developmentChain() {
        return keys.lock()
                .chain(_ -> keys.listAll())
                .map(kept -> new DevelopmentChain(kept, clock.instant()))
                .call(chain -> keys.persist(chain.keys()));
    }

    private Loaded own(Path file) {
        char[] password = config.keyStorePassword().orElse("").toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            Identity signer = identity(store, "signer", password);
            Identity timestamper = identity(store, "timestamp", password);
            X509Certificate root = certificates(store, "signer").getLast();
            if (!root.equals(certificates(store, "timestamp").getLast())) {
                throw new IllegalStateException("The chains of signer and timestamp in " + file + " end differently");
            }
            return new Loaded(new CmsSigner(signer, timestamper), () -> new Trust(root, revocationLists()), name(root));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "hotfleet.packages.key-store " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<X509CRL> revocationLists() {
        Path file = config.revocationLists()
                .orElseThrow(() -> new IllegalStateException(
                        "hotfleet.packages.revocation-lists is needed beside hotfleet.packages.key-store"));
        try {
            return Certificates.revocationLists(Files.readAllBytes(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "hotfleet.packages.revocation-lists " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Identity identity(KeyStore store, String entry, char[] password) throws GeneralSecurityException {
        List<X509Certificate> chain = certificates(store, entry);
        return new Identity((PrivateKey) store.getKey(entry, password), chain.subList(0, chain.size() - 1));
    }

    private static List<X509Certificate> certificates(KeyStore store, String entry) throws GeneralSecurityException {
        Certificate[] chain = store.getCertificateChain(entry);
        if (chain == null || chain.length < 2) {
            throw new GeneralSecurityException(
                    "entry '" + entry + "' with a key and its chain up to the root is missing");
        }
        return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
    }

    private static String name(X509Certificate root) {
        return SyntheticManifests.sha256(Certificates.der(root));
    }
}
