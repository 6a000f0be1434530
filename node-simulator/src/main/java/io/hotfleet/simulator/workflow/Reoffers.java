package io.hotfleet.simulator.workflow;

/// How often a release that is installed was offered again: an update that is installed anew at every scan is a known
/// mistake of an update source (KB5068966), and costs history, not security.
record Reoffers(String kb, int count, long firstSeconds) {
    static final int LOOP_OFFERS = 3;
    static final long LOOP_SECONDS = 7 * 86_400;
    static final Reoffers NONE = new Reoffers("", 0, 0);

    Reoffers again(String offered, long atSeconds) {
        boolean same = offered.equals(kb) && atSeconds - firstSeconds < LOOP_SECONDS;
        return same ? new Reoffers(kb, count + 1, firstSeconds) : new Reoffers(offered, 1, atSeconds);
    }

    boolean isLoop() {
        return count >= LOOP_OFFERS;
    }
}
