package io.hotfleet.simulator.rehearsal.recovery;

import io.hotfleet.postgres.Statements;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// This simulator's claim on the rehearsals that it plays. Blocks: call it from virtual threads.
@ApplicationScoped
public class Ownership {
    private static final String BEAT = """
            update rehearsal set heard_at = now() where owner = $1 and id = any($2) and state in ('QUEUED', 'RUNNING')""";
    private static final String FAIL = """
            update rehearsal set state = 'FAILED', reason = $1, ended_at = $2, request = null
            where state in ('QUEUED', 'RUNNING') and (owner = $3 or heard_at < now() - $4 * interval '1 second')""";
    private static final String OPEN = """
            update rehearsal set state = 'QUEUED', owner = '', heard_at = '-infinity'
            where state in ('QUEUED', 'RUNNING') and owner = $1""";

    private final Statements sql;
    private final Clock clock;
    private final OwnershipConfig config;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private volatile Thread beats;

    Ownership(Statements sql, Clock clock, OwnershipConfig config) {
        this.sql = sql;
        this.clock = clock;
        this.config = config;
    }

    /// Goes with each rehearsal that this simulator begins.
    public String name() {
        return config.name();
    }

    /// Whether what has lost its simulator is played again, by whoever has a place for it.
    public boolean replays() {
        return config.replay();
    }

    /// An owner that is silent for longer has ended.
    public Duration silenceMax() {
        return config.silenceMax();
    }

    /// From now on this simulator is heard of as the one that plays it.
    public void hold(String id) {
        held.add(id);
    }

    public void letGo(String id) {
        held.remove(id);
    }

    /// Ids of the rehearsals under way here.
    public String[] held() {
        return held.toArray(String[]::new);
    }

    /// Gives up what this simulator played before it was started again: opens it to a replay, else fails it, and what
    /// silent ones played.
    public void giveUpFormer() {
        if (config.replay()) {
            sql.query(OPEN, Tuple.of(config.name()));
        } else {
            fail("The simulator was restarted", config.name());
        }
    }

    void start(@Observes StartupEvent event) {
        beats = Thread.ofVirtual().name("ownership").start(this::beat);
    }

    void stop(@Observes ShutdownEvent event) {
        beats.interrupt();
    }

    private void beat() {
        while (rested()) {
            try {
                confirm();
            } catch (IllegalStateException e) {
                Log.warnf("Ownership of rehearsals is not confirmed: %s", e.getMessage());
            }
        }
    }

    /// Says that this simulator is at work on what it holds; fails what nobody says that of, unless it is played again.
    void confirm() {
        sql.query(BEAT, Tuple.of(config.name()).addArrayOfString(held()));
        if (!config.replay()) {
            fail("The simulator that played it has ended", "");
        }
    }

    private void fail(String reason, String owner) {
        Duration silence = config.silenceMax();
        sql.query(FAIL, Tuple.of(reason, clock.instant().atOffset(ZoneOffset.UTC), owner, silence.toSeconds()));
    }

    private boolean rested() {
        try {
            Thread.sleep(config.heardEvery());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
