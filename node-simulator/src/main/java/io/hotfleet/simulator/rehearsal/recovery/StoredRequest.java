package io.hotfleet.simulator.rehearsal.recovery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.simulator.client.Release;
import io.hotfleet.simulator.inventory.Source;
import io.hotfleet.simulator.rehearsal.request.RehearsalParameters;
import io.hotfleet.simulator.rehearsal.request.RehearsalRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A request as it is kept: a ZIP archive of the files under their numbers, behind `request.json` with all the
/// rest. It is read as a stream, hence large files never lie unpacked in memory.
///
/// @param archive null where none is kept
/// @param tooLarge why none is kept
public record StoredRequest(byte[] archive, boolean tooLarge) {
    private static final String REST = "request.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /// @param files names as the caller gave them
    @RegisterForReflection(registerFullHierarchy = true)
    private record Rest(RehearsalParameters terms, List<Release> overlay, List<String> files) {}

    static StoredRequest none() {
        return new StoredRequest(null, false);
    }

    static StoredRequest of(RehearsalRequest request, int bytesMax) {
        Limited limited = new Limited(bytesMax);
        try (ZipOutputStream zip = new ZipOutputStream(limited)) {
            zip.setLevel(Deflater.BEST_SPEED);
            List<String> names = request.sources().stream().map(Source::name).toList();
            zip.putNextEntry(new ZipEntry(REST));
            zip.write(JSON.writeValueAsBytes(new Rest(request.terms(), request.overlay(), names)));
            for (int i = 0; i < names.size(); i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
                try (InputStream in = request.sources().get(i).opener().open()) {
                    in.transferTo(zip);
                }
            }
        } catch (IOException e) {
            if (limited.full) {
                return new StoredRequest(null, true);
            }
            throw new UncheckedIOException(e);
        }
        return new StoredRequest(limited.bytes.toByteArray(), false);
    }

    /// The request as it came, but for the key: the rehearsal has that already.
    RehearsalRequest unpacked() {
        try (InputStream in = entry(REST)) {
            Rest rest = JSON.readValue(in, Rest.class);
            List<Source> sources = new ArrayList<>(rest.files().size());
            for (int i = 0; i < rest.files().size(); i++) {
                String entry = Integer.toString(i);
                sources.add(new Source(rest.files().get(i), () -> entry(entry)));
            }
            return new RehearsalRequest(sources, rest.overlay(), rest.terms(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream entry(String name) throws IOException {
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return zip;
            }
        }
        throw new FileNotFoundException("The kept request has no entry " + name);
    }

    /// Refuses what is more than the limit, so that a large request is not packed to its end in vain.
    private static final class Limited extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int bytesMax;
        private boolean full;

        Limited(int bytesMax) {
            this.bytesMax = bytesMax;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            full |= length > bytesMax - bytes.size();
            if (full) {
                throw new IOException("A kept request has " + bytesMax + " bytes at most");
            }
            bytes.write(some, offset, length);
        }
    }
}
