package io.hotfleet.node.memory;

import io.hotfleet.node.memory.Setup.Retention;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Old code of one image that is still in memory, and what holds it.
///
/// @param origin the release the old code came with
/// @param replacedBy the hotpatch that took over
/// @param functions how many are in it
/// @param patchAddress where the patch image lies that holds the old code; 0 if the image itself does
/// @param policy why it may stay without a holder
/// @param untilSeconds end of the set time, for [Retention#TIMED]
/// @param holders invocations that still run in it
public record Segment(
        String image,
        String origin,
        String replacedBy,
        int functions,
        int kib,
        long patchAddress,
        long sinceSeconds,
        Retention policy,
        long untilSeconds,
        List<Invocation> holders) {
    /// An invocation that was running when the code changed, and finishes in the old code.
    ///
    /// @param frame the function it runs, as an RVA of the image that was patched
    /// @param endsSeconds when it returns; a hung thread never does
    public record Invocation(String process, int pid, int thread, int frame, long endsSeconds) {
        public static final long NEVER = Long.MAX_VALUE;
    }

    Segment withHolders(List<Invocation> left) {
        return new Segment(
                image, origin, replacedBy, functions, kib, patchAddress, sinceSeconds, policy, untilSeconds, left);
    }

    Segment at(long nowSeconds) {
        return withHolders(holders.stream()
                .filter(holder -> holder.endsSeconds() > nowSeconds)
                .toList());
    }

    void unmapFrom(Map<String, LoadedImage> images) {
        Optional.ofNullable(images.get(image))
                .ifPresent(owner -> owner.patches.removeIf(patch -> patch.address() == patchAddress));
    }

    boolean isRetained(long nowSeconds) {
        return switch (policy) {
            case REFERENCED -> !holders.isEmpty();
            case TIMED -> nowSeconds < untilSeconds || !holders.isEmpty();
            case UNTIL_RESTART -> true;
        };
    }
}
