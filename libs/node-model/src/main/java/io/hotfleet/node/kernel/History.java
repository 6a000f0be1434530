package io.hotfleet.node.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What happened in one play, in global order, as a SHA-256.
///
/// Events arrive in any order between two barriers, because units live on their own time; they wait in an
/// [EventQueue] and enter the hash in order of (minute, machine, seq) once the barrier behind them is reached.
/// An event before a barrier already passed would break the order and is refused. Not thread-safe: one history
/// a play.
public final class History {
    private static final int TEXT_BYTES_MAX = 4096;

    private final MessageDigest digest = sha256();
    private final EventQueue waiting;
    private final String[] machines;
    private final byte[] line = new byte[TEXT_BYTES_MAX];
    private int length;
    private long settledMinute;
    private long events;

    /// @param play the first word of the history, such as the strategy
    /// @param machines names by index; kept, not copied
    public History(String play, String[] machines) {
        this.machines = machines;
        this.waiting = new EventQueue(Math.max(machines.length, 16));
        digest.update((play + '\n').getBytes(StandardCharsets.UTF_8));
    }

    /// @param seq number of the machine's report
    /// @param outcome what came of it, as a small number that never changes its meaning
    public void add(long minute, int machine, int seq, int outcome) {
        if (minute < settledMinute) {
            throw new IllegalStateException("minute " + minute + " lies before the barrier " + settledMinute);
        }
        waiting.push(minute, machine, (long) seq << 8 | outcome);
    }

    /// Everything before `endMinute` is known: hash it.
    public void settle(long endMinute) {
        settledMinute = Math.max(settledMinute, endMinute);
        while (waiting.popBefore(endMinute)) {
            length = 0;
            number(waiting.time());
            word(machines[waiting.subject()]);
            number(waiting.cargo() >>> 8);
            number(waiting.cargo() & 0xFF);
            digest.update(line, 0, length);
            events++;
        }
    }

    public long events() {
        return events;
    }

    /// Settles what is left and closes the history; call it once.
    public String close() {
        settle(Long.MAX_VALUE);
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The SHA-256 of several histories, in the order given.
    public static String combine(Iterable<String> digests) {
        MessageDigest all = sha256();
        for (String one : digests) {
            all.update((one + '\n').getBytes(StandardCharsets.US_ASCII));
        }
        return "sha256:" + HexFormat.of().formatHex(all.digest());
    }

    private void number(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            line[length++] = (byte) (value >>> shift);
        }
    }

    private void word(String text) {
        int units = Math.min(text.length(), (TEXT_BYTES_MAX - 64) / 2);
        for (int i = 0; i < units; i++) {
            line[length++] = (byte) (text.charAt(i) >>> 8);
            line[length++] = (byte) text.charAt(i);
        }
        line[length++] = 0;
        line[length++] = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
