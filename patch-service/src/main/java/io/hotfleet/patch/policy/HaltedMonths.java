package io.hotfleet.patch.policy;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;

/// Months of products that a live fleet is not to roll out: for the time being, or not any more.
public final class HaltedMonths {
    public static final HaltedMonths NONE = new HaltedMonths();

    private final Set<Key> paused = new HashSet<>();
    private final Set<Key> aborted = new HashSet<>();

    private record Key(String product, YearMonth month) {}

    public void pause(String product, YearMonth month) {
        paused.add(new Key(product, month));
    }

    public void abort(String product, YearMonth month) {
        aborted.add(new Key(product, month));
    }

    public boolean halted(Offer offer) {
        return paused.contains(key(offer)) || aborted(offer);
    }

    public boolean aborted(Offer offer) {
        return aborted.contains(key(offer));
    }

    private static Key key(Offer offer) {
        return new Key(offer.product(), offer.month());
    }
}
