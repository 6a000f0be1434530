package io.hotfleet.licensing.pricing;

import io.hotfleet.licensing.eligibility.Timeline;
import io.hotfleet.licensing.fleet.FleetId;
import io.hotfleet.licensing.fleet.FleetStore;
import io.hotfleet.licensing.machine.ClusterCount;
import io.hotfleet.licensing.machine.MachineStore;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/fleets/{fleet}/costs")
@Tag(name = "costs", description = "What a fleet has cost and will cost")
class CostResource {
    private final FleetStore fleets;
    private final MachineStore machines;
    private final PricePlans plans;

    CostResource(FleetStore fleets, MachineStore machines, PricePlans plans) {
        this.fleets = fleets;
        this.machines = machines;
        this.plans = plans;
    }

    /// What is asked for, alike in all three calls.
    static final class Question {
        @QueryParam("from")
        YearMonth from;

        @QueryParam("to")
        YearMonth to;

        @QueryParam("plan")
        String plan;
    }

    @GET
    @Operation(
            summary = "The costs of a fleet by month",
            description =
                    "Months `from` and `to` (such as 2025-01) are both included; `plan` is `dated` unless told."
                            + " A licence is paid for each day on which it is enabled; months to come are billed as things are.")
    public Uni<Costs> costs(@PathParam("fleet") FleetId fleet, @BeanParam Question question) {
        Bill bill = bill(question);
        return machines.snapshot(client -> fleets.require(client, fleet).flatMap(_ -> machines.counts(client, fleet)))
                .invoke(counts -> counts.forEach(bill::add))
                .map(_ -> Costs.of(bill));
    }

    @GET
    @Path("machines")
    @Operation(summary = "The costs of each machine")
    public Uni<Page<MachineCosts>> byMachine(
            @PathParam("fleet") FleetId fleet, @BeanParam Question question, @BeanParam PageRequest paging) {
        Bill empty = bill(question);
        return machines.snapshot(
                        client -> fleets.require(client, fleet).flatMap(_ -> machines.page(client, fleet, paging)))
                .map(found ->
                        Page.of(found, paging.limit(), machine -> machine.id().value()))
                .map(page -> page.map(machine -> MachineCosts.of(machine, empty.anew())));
    }

    @GET
    @Path("clusters")
    @Operation(summary = "The costs of each cluster")
    public Uni<Page<ClusterCosts>> byCluster(
            @PathParam("fleet") FleetId fleet, @BeanParam Question question, @BeanParam PageRequest paging) {
        Bill empty = bill(question);
        return machines.snapshot(
                        client -> fleets.require(client, fleet).flatMap(_ -> machines.clusters(client, fleet, paging)))
                .map(found -> Page.of(found, paging.limit(), ClusterCount::cluster))
                .map(page -> page.map(cluster -> costs(cluster, empty.anew())));
    }

    private Bill bill(Question question) {
        return new Bill(plans.require(question.plan), BillingPeriod.of(question.from, question.to));
    }

    private static ClusterCosts costs(ClusterCount cluster, Bill bill) {
        Map<Timeline, Long> counts = cluster.timelines();
        counts.forEach(bill::add);
        long machines = counts.values().stream().mapToLong(Long::longValue).sum();
        return new ClusterCosts(cluster.cluster(), machines, bill.total(), bill.wasted());
    }
}
