package io.hotfleet.simulator.inventory.document;

import io.hotfleet.simulator.inventory.FleetInvalid;
import io.hotfleet.simulator.inventory.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/// An open text file: its beginning can be looked at before it is read as a stream.
public final class TextFile implements AutoCloseable {
    static final int HEAD_CHARS_MAX = 65_536;
    static final long YAML_BYTES_MAX = 16L << 20;
    static final long FILE_BYTES_MAX = 512L << 20;

    private final String name;
    private final StrictReader strict;
    private final BufferedReader reader;

    private TextFile(String name, StrictReader strict) {
        this.name = name;
        this.strict = strict;
        this.reader = new BufferedReader(strict);
    }

    public static TextFile open(Source source) {
        try {
            return new TextFile(
                    source.name(),
                    new StrictReader(source.name(), source.opener().open()));
        } catch (IOException e) {
            throw unreadable(source.name(), e);
        }
    }

    public String name() {
        return name;
    }

    public BufferedReader reader() {
        return reader;
    }

    /// The first characters, without consuming them.
    public String head() {
        try {
            char[] head = new char[HEAD_CHARS_MAX];
            reader.mark(HEAD_CHARS_MAX + 1);
            int length = 0;
            for (int n; length < head.length && (n = reader.read(head, length, head.length - length)) > 0; ) {
                length += n;
            }
            reader.reset();
            return new String(head, 0, length);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    void limitBytes(long bytesMax) {
        strict.limitBytes(bytesMax);
    }

    static FleetInvalid unreadable(String name, IOException e) {
        String why = e.getMessage() == null || e.getMessage().equals(name)
                ? e.getClass().getSimpleName()
                : e.getMessage();
        return new FleetInvalid(name + ": cannot be read: " + why);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
