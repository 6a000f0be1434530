package io.hotfleet.licensing.web;

/// More items than one call may carry.
public final class BatchTooLarge extends Refusal {
    private static final long serialVersionUID = 1L;

    public BatchTooLarge(String what) {
        super(
                413,
                "batch-too-large",
                "The batch is too large",
                what + " holds more than " + JsonIn.ITEMS_MAX + " items; send them in several calls.");
    }
}
