package io.hotfleet.patch.leadership;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import java.util.OptionalLong;

/// Whether this instance leads, and in which term.
public final class Leadership implements Election.Candidate {
    private final Terms terms;
    private final Election election;
    private final String identity;
    private final Counter fenced;
    private boolean elected;
    private long term;

    Leadership(Terms terms, Election election, String identity, MeterRegistry metrics) {
        this.terms = terms;
        this.election = election;
        this.identity = identity;
        this.fenced = metrics.counter("hotfleet_patch_fenced");
        metrics.gauge("hotfleet_patch_leader", this, self -> self.leads() ? 1 : 0);
        metrics.gauge("hotfleet_patch_term", this, Leadership::number);
    }

    void start() {
        election.join(this);
    }

    void stop() {
        election.leave();
        deposed();
    }

    /// The term in which this instance may act; empty while it does not lead. Begins the term after an election.
    public synchronized OptionalLong term() {
        if (elected && term == 0) {
            term = terms.begin(identity);
            Log.infof("%s leads in term %d", identity, term);
        }
        return elected ? OptionalLong.of(term) : OptionalLong.empty();
    }

    public Terms terms() {
        return terms;
    }

    /// The database knows of another term: whatever the election told is out of date.
    public void superseded(TermEnded how) {
        Log.warnf("%s does not lead any more: %s", identity, how.getMessage());
        fenced.increment();
        election.leave();
        deposed();
        election.join(this);
    }

    @Override
    public synchronized void elected() {
        elected = true;
    }

    @Override
    public synchronized void deposed() {
        if (term > 0) {
            Log.infof("%s stops leading in term %d", identity, term);
        }
        elected = false;
        term = 0;
    }

    String identity() {
        return identity;
    }

    String by() {
        return election.by();
    }

    synchronized boolean leads() {
        return elected && term > 0;
    }

    private synchronized long number() {
        return term;
    }
}
