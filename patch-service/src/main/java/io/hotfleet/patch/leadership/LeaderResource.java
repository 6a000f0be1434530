package io.hotfleet.patch.leadership;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/leader")
@Tag(name = "Leader", description = "Who decides for live fleets")
@RunOnVirtualThread
class LeaderResource {
    private final Terms terms;
    private final Leadership leadership;

    LeaderResource(Terms terms, Leadership leadership) {
        this.terms = terms;
        this.leadership = leadership;
    }

    /// @param leader who began the term last; null before the first
    /// @param instance who answers, `leads` whether it is the leader, `by` how leaders are elected
    record LeaderView(String leader, long term, Instant since, String instance, boolean leads, String by) {}

    @GET
    @Operation(
            summary = "Says who leads",
            description = "The term grows with each leadership; only what is done in the newest term counts.")
    public LeaderView leader() {
        Terms.Term now = terms.current();
        return new LeaderView(
                now.holder(), now.number(), now.since(), leadership.identity(), leadership.leads(), leadership.by());
    }
}
