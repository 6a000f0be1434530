package io.hotfleet.simulator.fleet.node;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hotfleet.node.memory.Hook;
import io.hotfleet.node.memory.MemoryView;
import io.hotfleet.node.memory.MemoryView.Entry;
import io.hotfleet.node.memory.Segment;
import io.hotfleet.node.memory.Segment.Invocation;
import io.hotfleet.node.memory.Setup.Retention;
import io.hotfleet.node.workflow.Node;
import io.hotfleet.simulator.fleet.Spelling;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// A node's memory as it is shown: addresses in hex, wide enough to sort as texts.
final class MemoryForm {
    private MemoryForm() {}

    /// @param protection some of R, W, X; empty for space that is only reserved
    record RegionView(String address, long bytes, String protection, String owner, String purpose) {}

    /// @param before the page-table entry without hotpatching
    /// @param copies how many processes or sessions have a private one
    record PageView(String address, String owner, String purpose, Entry before, Entry after, int copies) {}

    /// @param function its RVA
    /// @param oldAddress where callers call
    /// @param newAddress where they arrive
    /// @param state `verifying` until the hotpatch is committed, then `active`
    record HookView(
            String image,
            String function,
            int slot,
            String oldAddress,
            String newAddress,
            String kb,
            String state,
            Instant since) {}

    /// @param valid whether an indirect call may go there; the file says the opposite
    record TargetView(String image, String function, String address, boolean valid) {}

    /// @param origin the release that the old code came with
    /// @param address of the patch image that holds it; absent where it lies in the image itself
    /// @param policyUntil until when the policy keeps it without a holder; absent where that does not count
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SegmentView(
            String image,
            String origin,
            String replacedBy,
            int functions,
            int kib,
            String address,
            Instant since,
            String policy,
            Instant policyUntil,
            List<HolderView> holders) {
        String key() {
            return image + ' ' + origin + ' ' + replacedBy;
        }
    }

    /// @param frame the function it is in, as an RVA of the image
    /// @param returns absent for a thread that hangs
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolderView(String process, int pid, int thread, String frame, Instant returns) {}

    static List<RegionView> regions(Node node) {
        return MemoryView.of(node.memory()).regions().stream()
                .map(region -> new RegionView(
                        address(region.address()),
                        region.bytes(),
                        region.protection(),
                        region.owner(),
                        region.purpose()))
                .sorted(Comparator.comparing(RegionView::address))
                .toList();
    }

    static List<PageView> pages(Node node) {
        return MemoryView.of(node.memory()).pages().stream()
                .map(page -> new PageView(
                        address(page.address()),
                        page.owner(),
                        page.purpose(),
                        page.before(),
                        page.after(),
                        page.copies()))
                .sorted(Comparator.comparing(PageView::address))
                .toList();
    }

    static List<TargetView> callTargets(Node node) {
        return MemoryView.of(node.memory()).callTargets().stream()
                .map(target ->
                        new TargetView(target.image(), rva(target.rva()), address(target.address()), target.valid()))
                .sorted(Comparator.comparing(TargetView::image).thenComparing(TargetView::function))
                .toList();
    }

    static List<HookView> hooks(Node node) {
        MemoryView memory = MemoryView.of(node.memory());
        return memory.hooks().stream()
                .map(hook ->
                        view(hook, memory.unfinished().filter(hook.kb()::equals).isPresent()))
                .sorted(Comparator.comparing(HookView::image).thenComparing(HookView::function))
                .toList();
    }

    static List<SegmentView> retained(Node node) {
        return MemoryView.of(node.memory()).retained().stream()
                .map(MemoryForm::view)
                .sorted(Comparator.comparing(SegmentView::key))
                .toList();
    }

    private static HookView view(Hook hook, boolean verifying) {
        return new HookView(
                hook.image(),
                rva(hook.rva()),
                hook.slot(),
                address(hook.oldAddress()),
                address(hook.newAddress()),
                hook.kb(),
                verifying ? "verifying" : "active",
                Instant.ofEpochSecond(hook.sinceSeconds()));
    }

    private static SegmentView view(Segment segment) {
        return new SegmentView(
                segment.image(),
                segment.origin(),
                segment.replacedBy(),
                segment.functions(),
                segment.kib(),
                segment.patchAddress() == 0 ? null : address(segment.patchAddress()),
                Instant.ofEpochSecond(segment.sinceSeconds()),
                Spelling.of(segment.policy()),
                segment.policy() == Retention.TIMED ? Instant.ofEpochSecond(segment.untilSeconds()) : null,
                segment.holders().stream().map(MemoryForm::view).toList());
    }

    private static HolderView view(Invocation holder) {
        boolean hangs = holder.endsSeconds() == Invocation.NEVER;
        return new HolderView(
                holder.process(),
                holder.pid(),
                holder.thread(),
                rva(holder.frame()),
                hangs ? null : Instant.ofEpochSecond(holder.endsSeconds()));
    }

    private static String address(long address) {
        return "0x%016x".formatted(address);
    }

    private static String rva(int rva) {
        return "0x%08x".formatted(rva);
    }
}
