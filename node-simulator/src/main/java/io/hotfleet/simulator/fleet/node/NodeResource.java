package io.hotfleet.simulator.fleet.node;

import io.hotfleet.rest.PageRequest;
import io.hotfleet.simulator.fleet.node.ItemPage.Part;
import io.hotfleet.simulator.fleet.node.MemoryForm.HookView;
import io.hotfleet.simulator.fleet.node.MemoryForm.PageView;
import io.hotfleet.simulator.fleet.node.MemoryForm.RegionView;
import io.hotfleet.simulator.fleet.node.MemoryForm.SegmentView;
import io.hotfleet.simulator.fleet.node.MemoryForm.TargetView;
import io.hotfleet.simulator.fleet.node.NodeHistory.EventView;
import io.hotfleet.simulator.fleet.node.NodeHistory.UpdateView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/fleets/{fleet}/nodes")
@Tag(name = "nodes", description = "Simulated machines, down to hooks and page-table entries")
@RunOnVirtualThread
class NodeResource {
    private final NodeService nodes;

    NodeResource(NodeService nodes) {
        this.nodes = nodes;
    }

    /// Which node's, which part, as of when.
    static final class Question {
        @PathParam("fleet")
        String fleet;

        @PathParam("id")
        String id;

        @RestQuery
        @Parameter(description = "Shows it as it was at that time", example = "2025-08-12T18:00:00Z")
        String at;

        @BeanParam
        PageRequest page;

        @RestQuery
        @Parameter(description = "Only what belongs to this image", example = "tcpip.sys")
        String image;

        Part part() {
            return new Part(fleet, id, at, page.cursor().orElse(null), page.limit());
        }

        boolean wants(String owner) {
            return image == null || owner.equals(image) || owner.endsWith(" for " + image);
        }
    }

    @GET
    @Operation(
            summary = "Lists nodes in the order of the fleet's groups",
            description = "A page looks at no more than 1,000 nodes, so with a filter it may be short; next says where"
                    + " to go on.")
    public NodeService.Lines list(
            @PathParam("fleet") String fleet,
            @BeanParam PageRequest page,
            @RestQuery String product,
            @RestQuery String state,
            @RestQuery String kb) {
        return nodes.list(
                fleet,
                page.cursor().orElse(null),
                page.limit(),
                line -> (product == null || product.equals(line.product()))
                        && (state == null || state.equals(line.state()))
                        && (kb == null || kb.equals(line.kb())));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Shows where a node stands: state, disk, VBS, entitlement, faults, totals of its memory")
    @APIResponse(responseCode = "404", description = "No such fleet or node")
    public NodeView get(@PathParam("fleet") String fleet, @PathParam("id") String id, @RestQuery String at) {
        return nodes.view(fleet, id, at);
    }

    @GET
    @Path("{id}/memory")
    @Operation(
            summary = "Lists the regions of a node's memory with protection and owner",
            description = "By address. Pages that hotpatching touched are under memory/pages.")
    public ItemPage<RegionView> memory(@BeanParam Question question) {
        return nodes.part(
                question.part(),
                node -> MemoryForm.regions(node).stream()
                        .filter(region -> question.wants(region.owner()))
                        .toList(),
                RegionView::address);
    }

    @GET
    @Path("{id}/memory/pages")
    @Operation(summary = "Lists every page that hotpatching touched, with its page-table entry before and after")
    public ItemPage<PageView> pages(@BeanParam Question question) {
        return nodes.part(
                question.part(),
                node -> MemoryForm.pages(node).stream()
                        .filter(page -> question.wants(page.owner()))
                        .toList(),
                PageView::address);
    }

    @GET
    @Path("{id}/hooks")
    @Operation(summary = "Lists diverted functions: slot, old and new address, state, since when")
    public ItemPage<HookView> hooks(@BeanParam Question question) {
        return nodes.part(
                question.part(),
                node -> MemoryForm.hooks(node).stream()
                        .filter(hook -> question.wants(hook.image()))
                        .toList(),
                hook -> hook.image() + '+' + hook.function());
    }

    @GET
    @Path("{id}/call-targets")
    @Operation(summary = "Lists what hotpatching changed in the table of valid targets of indirect calls (CFG)")
    public ItemPage<TargetView> callTargets(@BeanParam Question question) {
        return nodes.part(
                question.part(),
                node -> MemoryForm.callTargets(node).stream()
                        .filter(target -> question.wants(target.image()))
                        .toList(),
                target -> target.image() + '+' + target.function());
    }

    @GET
    @Path("{id}/retained")
    @Operation(summary = "Lists old code that is still in memory, and who holds it: process, thread, frame")
    public ItemPage<SegmentView> retained(@BeanParam Question question) {
        return nodes.part(
                question.part(),
                node -> MemoryForm.retained(node).stream()
                        .filter(segment -> question.wants(segment.image()))
                        .toList(),
                SegmentView::key);
    }

    @GET
    @Path("{id}/timeline")
    @Operation(summary = "Tells what happened to a node, the oldest first", description = "The newest 1,000 events.")
    public ItemPage<EventView> timeline(@BeanParam Question question) {
        return nodes.part(question.part(), NodeHistory::timeline, EventView::number);
    }

    @GET
    @Path("{id}/updates")
    @Operation(summary = "Tells which updates were installed, how, and whether with a restart")
    public ItemPage<UpdateView> updates(@BeanParam Question question) {
        return nodes.part(question.part(), NodeHistory::updates, UpdateView::number);
    }
}
