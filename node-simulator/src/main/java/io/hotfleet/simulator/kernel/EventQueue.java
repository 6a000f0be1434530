package io.hotfleet.simulator.kernel;

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
        keys[size] = time << SUBJECT_BITS | subject;
        numbers[size] = nextNumber++;
        cargoes[size] = cargo;
        siftUp(size++);
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
        move(size, 0);
        siftDown();
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

    private void siftUp(int from) {
        int child = from;
        while (child > 0) {
            int parent = (child - 1) >>> 1;
            if (!before(child, parent)) {
                return;
            }
            swap(child, parent);
            child = parent;
        }
    }

    private void siftDown() {
        int parent = 0;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= size) {
                return;
            }
            if (child + 1 < size && before(child + 1, child)) {
                child++;
            }
            if (!before(child, parent)) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    private boolean before(int a, int b) {
        return keys[a] != keys[b] ? keys[a] < keys[b] : numbers[a] < numbers[b];
    }

    private void swap(int a, int b) {
        long key = keys[a];
        long number = numbers[a];
        long load = cargoes[a];
        move(b, a);
        keys[b] = key;
        numbers[b] = number;
        cargoes[b] = load;
    }

    private void move(int from, int to) {
        keys[to] = keys[from];
        numbers[to] = numbers[from];
        cargoes[to] = cargoes[from];
    }
}
