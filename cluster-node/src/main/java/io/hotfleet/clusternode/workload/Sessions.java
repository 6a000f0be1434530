package io.hotfleet.clusternode.workload;

import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The long-lived sessions of the role's clients: streams of lines. `tick N` says that the session lives, `goodbye`
/// that it may be opened again elsewhere; a stream that ends without a goodbye is a broken session.
public final class Sessions {
    private final int max;
    private final Set<HttpServerResponse> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong ticks = new AtomicLong();

    public Sessions(int max) {
        this.max = max;
    }

    /// @return false where there are too many
    public boolean open(HttpServerResponse response) {
        if (open.size() >= max) {
            return false;
        }
        response.setChunked(true).putHeader("Content-Type", "text/plain; charset=utf-8");
        response.closeHandler(_ -> open.remove(response));
        response.exceptionHandler(_ -> open.remove(response));
        open.add(response);
        response.write("tick 0\n");
        return true;
    }

    public int count() {
        return open.size();
    }

    public void tick() {
        String line = "tick " + ticks.incrementAndGet() + "\n";
        open.forEach(response -> {
            if (!response.ended() && !response.writeQueueFull()) {
                response.write(line);
            }
        });
    }

    public void sayGoodbye() {
        open.forEach(response -> {
            if (open.remove(response) && !response.ended()) {
                response.end("goodbye\n");
            }
        });
    }

    /// The role is not this node's any more, and there was no time to hand it over.
    public void cut() {
        open.forEach(response -> {
            if (open.remove(response)) {
                response.reset();
            }
        });
    }
}
