package io.hotfleet.simulator.inventory.document;

import io.hotfleet.simulator.inventory.FleetInvalid;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// Decodes UTF-8, or UTF-16 as Windows PowerShell redirects it, and refuses what is neither instead of replacing it.
///
/// The bytes of a wrong sequence are found with their line, which the JDK's own reader does not tell. A byte-order mark
/// is skipped; UTF-16 without one is recognised by a zero in its first two bytes.
final class StrictReader extends Reader {
    private static final int BUFFER_BYTES = 16_384;

    private final String name;
    private final InputStream input;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private CharsetDecoder decoder;
    private long bytesMax = TextFile.FILE_BYTES_MAX;
    private long bytesRead;
    private int line = 1;
    private boolean ended;

    StrictReader(String name, InputStream input) {
        this.name = name;
        this.input = input;
    }

    void limitBytes(long limit) {
        bytesMax = limit;
        checkSize();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        if (decoder == null) {
            fill();
            decoder = charset().newDecoder();
        }
        while (chars.position() == 0) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            countLines(chars, target, offset);
            if (result.isError()) {
                throw new FleetInvalid(
                        name + ":" + line + ": is not valid " + decoder.charset() + " text: save the file as UTF-8");
            }
            if (chars.position() > 0 || result.isOverflow()) {
                break;
            }
            if (ended) {
                return -1;
            }
            fill();
        }
        return chars.position();
    }

    private void countLines(CharBuffer chars, char[] target, int offset) {
        for (int i = offset; i < offset + chars.position(); i++) {
            if (target[i] == '\n') {
                line++;
            }
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = 0;
        while (bytes.position() < 3 || n == 0) {
            n = input.read(bytes.array(), bytes.position(), bytes.remaining());
            if (n < 0) {
                ended = true;
                break;
            }
            bytes.position(bytes.position() + n);
            bytesRead += n;
        }
        bytes.flip();
        checkSize();
    }

    private void checkSize() {
        if (bytesRead > bytesMax) {
            throw new FleetInvalid(
                    name + ": is longer than the " + (bytesMax >> 20) + " MiB that are accepted: split the file");
        }
    }

    private Charset charset() {
        int first = byteAt(0);
        int second = byteAt(1);
        if (first == 0xEF && second == 0xBB && byteAt(2) == 0xBF) {
            bytes.position(3);
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFF && second == 0xFE) {
            bytes.position(2);
            return StandardCharsets.UTF_16LE;
        }
        if (first == 0xFE && second == 0xFF) {
            bytes.position(2);
            return StandardCharsets.UTF_16BE;
        }
        if (first > 0 && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0 && second > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private int byteAt(int index) {
        return index < bytes.limit() ? bytes.get(index) & 0xFF : -1;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
