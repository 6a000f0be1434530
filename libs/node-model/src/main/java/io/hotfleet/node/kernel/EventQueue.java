package io.hotfleet.node.kernel;

import java.util.Arrays;

/// Pending events of one simulation, earliest first.
///
/// A binary heap over parallel arrays: no object per event, O(log n) a push and a pop. Events of one time
/// come out in the order of their subjects, those of one subject in the order they went in; so the order does
/// not depend on the order in which independent subjects were asked.
///
/// Not thread-safe: one queue a simulation. The arrays double when full and never shrink.
public final class EventQueue {
    private static final int SUBJECT_BITS = 31;

    private long[] keys;
    private long[] numbers;
    private long[] cargoes;
    private int size;
    private long nextNumber;

    private long time;
    private int subject;
    private long cargo;

    public EventQueue(int capacity) {
        int slots = Math.max(capacity, 1);
        keys = new long[slots];
        numbers = new long[slots];
        cargoes = new long[slots];
    }

    /// @param time 0 … 2³²−1: minutes or seconds since 1970, one unit for all
    /// @param subject whom the event concerns, not negative
    /// @param cargo whatever the caller wants back
    public void push(long time, int subject, long cargo) {
        if (time < 0 || time >>> 32 != 0 || subject < 0) {
            throw new IllegalArgumentException("time " + time + ", subject " + subject);
        }
        if (size == keys.length) {
            grow();
        }
        siftUp(size++, time << SUBJECT_BITS | subject, nextNumber++, cargo);
    }

    /// Takes the first event if it lies before `end`; its parts are then in [#time()], [#subject()],
    /// [#cargo()].
    public boolean popBefore(long end) {
        if (size == 0 || keys[0] >>> SUBJECT_BITS >= end) {
            return false;
        }
        time = keys[0] >>> SUBJECT_BITS;
        subject = (int) (keys[0] & Integer.MAX_VALUE);
        cargo = cargoes[0];
        size--;
        siftDown(keys[size], numbers[size], cargoes[size]);
        return true;
    }

    /// When the first event is due; negative without events.
    public long nextTime() {
        return size == 0 ? -1 : keys[0] >>> SUBJECT_BITS;
    }

    public long time() {
        return time;
    }

    public int subject() {
        return subject;
    }

    public long cargo() {
        return cargo;
    }

    public int size() {
        return size;
    }

    private void grow() {
        int slots = Math.multiplyExact(keys.length, 2);
        keys = Arrays.copyOf(keys, slots);
        numbers = Arrays.copyOf(numbers, slots);
        cargoes = Arrays.copyOf(cargoes, slots);
    }

    /// Moves the hole at `from` up to where the event belongs.
    private void siftUp(int from, long key, long number, long load) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (!isBefore(key, number, parent)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, key, number, load);
    }

    /// Moves the hole at the top down to where the event belongs.
    private void siftDown(long key, long number, long load) {
        int hole = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && isBefore(keys[child + 1], numbers[child + 1], child)) {
                child++;
            }
            if (isBefore(key, number, child)) {
                break;
            }
            move(child, hole);
            hole = child;
            child = 2 * hole + 1;
        }
        put(hole, key, number, load);
    }

    private boolean isBefore(long key, long number, int other) {
        return key != keys[other] ? key < keys[other] : number < numbers[other];
    }

    private void put(int at, long key, long number, long load) {
        keys[at] = key;
        numbers[at] = number;
        cargoes[at] = load;
    }

    private void move(int from, int to) {
        put(to, keys[from], numbers[from], cargoes[from]);
    }
}
