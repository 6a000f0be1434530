package io.hotfleet.patch.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;

/// A release as the table holds it. It never leaves this package; everybody else sees a `Release`.
@Entity
@Table(name = "release")
class StoredRelease {
    @Embeddable
    record Key(String product, String kb) {
        static Key of(Release release) {
            return new Key(release.product(), release.kb());
        }
    }

    @EmbeddedId
    Key key;

    // else Hibernate copies it by serialising it, which a native executable cannot
    @Mutability(Immutability.class)
    @Convert(converter = MonthAsText.class)
    YearMonth month;

    @Column(name = "release_date")
    LocalDate releaseDate;

    @Enumerated(EnumType.STRING)
    Release.Kind kind;

    Integer build;
    Integer revision;
    boolean planned;

    @Enumerated(EnumType.STRING)
    Release.Restart restart;

    @Enumerated(EnumType.STRING)
    Release.TrackEffect track;

    String baseline;
    String confidence;
    String source;
    String note;
    boolean imported;

    @Version
    int version;

    static StoredRelease of(Release release, boolean imported) {
        StoredRelease stored = new StoredRelease();
        stored.key = Key.of(release);
        stored.take(release, imported);
        return stored;
    }

    final void take(Release release, boolean imported) {
        month = release.month();
        releaseDate = release.releaseDate();
        kind = release.kind();
        build = release.build();
        revision = release.revision();
        planned = release.planned();
        restart = release.restart();
        track = release.track();
        baseline = release.baseline();
        confidence = release.confidence();
        source = release.source();
        note = release.note();
        this.imported = imported;
    }

    Release release() {
        return new Release(
                key.product(),
                month,
                releaseDate,
                kind,
                key.kb(),
                build,
                revision,
                planned,
                restart,
                track,
                baseline,
                confidence,
                source,
                note);
    }

    static final class MonthAsText implements AttributeConverter<YearMonth, String> {
        @Override
        public String convertToDatabaseColumn(YearMonth month) {
            return month.toString();
        }

        @Override
        public YearMonth convertToEntityAttribute(String text) {
            return YearMonth.parse(text);
        }
    }
}
