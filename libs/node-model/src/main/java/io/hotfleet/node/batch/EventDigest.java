package io.hotfleet.node.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The events of one shard in order, as a SHA-256. Gathers some before it hashes; no allocation per event.
final class EventDigest {
    private static final int BUFFER_BYTES = 8_192;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int length;

    void begin() {
        digest.reset();
        length = 0;
    }

    void add(long first, long second) {
        if (length == BUFFER_BYTES) {
            flush();
        }
        LONGS.set(buffer, length, first);
        LONGS.set(buffer, length + Long.BYTES, second);
        length += 2 * Long.BYTES;
    }

    byte[] end() {
        flush();
        return digest.digest();
    }

    /// The digest of all shards, in their order.
    static String combine(byte[][] digests) {
        MessageDigest all = sha256();
        for (byte[] one : digests) {
            all.update(one);
        }
        return "sha256:" + HexFormat.of().formatHex(all.digest());
    }

    private void flush() {
        digest.update(buffer, 0, length);
        length = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
