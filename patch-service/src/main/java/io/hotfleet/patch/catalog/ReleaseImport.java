package io.hotfleet.patch.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotfleet.postgres.EntityTransaction;
import io.hotfleet.rest.Problem.Fault;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.hotfleet.rest.Versioned;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Changes the catalogue: all rows of an import, or none.
@ApplicationScoped
class ReleaseImport {
    private final ReleaseRepository store;
    private final ReleaseConfig config;
    private final ObjectMapper json;

    /// How many rows came, and what became of them.
    record Counts(int received, int created, int unchanged, int replaced) {}

    ReleaseImport(ReleaseRepository store, ReleaseConfig config, ObjectMapper json) {
        this.store = store;
        this.config = config;
        this.json = json;
    }

    Uni<Counts> run(List<Release> rows, boolean replace) {
        return EntityTransaction.detached(Panache.withTransaction(
                () -> store.raiseVersion().chain(_ -> store.listAll()).chain(known -> apply(rows, known, replace))));
    }

    /// Takes an import back. A shipped row that it had replaced returns; a shipped row itself stays.
    ///
    /// @param ifMatch the version that somebody wants to take back; null for any
    Uni<Void> remove(String product, String kb, String ifMatch) {
        return EntityTransaction.detached(Panache.withTransaction(() -> store.raiseVersion()
                .chain(_ -> store.findById(new StoredRelease.Key(product, kb)))
                .onItem()
                .ifNull()
                .failWith(() -> new ReleaseNotFound(product, kb))
                .invoke(stored -> Versioned.require(ifMatch, stored.version))
                .chain(this::takeBack)));
    }

    private Uni<Counts> apply(List<Release> rows, List<StoredRelease> stored, boolean replace) {
        Map<StoredRelease.Key, StoredRelease> known =
                stored.stream().collect(Collectors.toMap(row -> row.key, Function.identity()));
        List<StoredRelease> created = new ArrayList<>();
        List<Fault> conflicts = new ArrayList<>();
        int replaced = 0;
        for (int i = 0; i < rows.size(); i++) {
            Release row = rows.get(i);
            StoredRelease old = known.get(StoredRelease.Key.of(row));
            if (old == null) {
                created.add(StoredRelease.of(row, true));
            } else if (!old.release().equals(row)) {
                conflicts.addAll(ReleaseDifference.faults(old.release(), row, "/" + i));
                old.take(row, true);
                replaced++;
            }
        }
        refuse(replace ? List.of() : conflicts, stored.size() + created.size());
        Counts counts = new Counts(rows.size(), created.size(), rows.size() - created.size() - replaced, replaced);
        Uni<Void> kept = created.isEmpty() ? Uni.createFrom().voidItem() : store.persist(created);
        return kept.replaceWith(counts);
    }

    /// A refusal fails the transaction, and so undoes what was taken already.
    private void refuse(List<Fault> conflicts, int rowsAfter) {
        if (!conflicts.isEmpty()) {
            throw new ProblemException(
                    ProblemType.RELEASE_CONFLICT,
                    "The catalogue knows some of these releases with other content; ?replace=true replaces them.",
                    conflicts);
        }
        if (rowsAfter > config.rowsMax()) {
            throw new ProblemException(
                    ProblemType.CATALOGUE_FULL,
                    "The catalogue would hold more than %,d releases.".formatted(config.rowsMax()));
        }
    }

    private Uni<Void> takeBack(StoredRelease stored) {
        if (!stored.imported) {
            throw new ProblemException(
                    ProblemType.RELEASE_SHIPPED,
                    "%s of %s was not imported; only imports can be taken back."
                            .formatted(stored.key.kb(), stored.key.product()));
        }
        Optional<Release> shipped = shipped(stored.key);
        shipped.ifPresent(release -> stored.take(release, false));
        return shipped.isPresent() ? Uni.createFrom().voidItem() : store.delete(stored);
    }

    private Optional<Release> shipped(StoredRelease.Key key) {
        try {
            return ReleaseRows.read(json.readTree(ShippedFile.text()), "").stream()
                    .filter(release -> StoredRelease.Key.of(release).equals(key))
                    .findFirst();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
