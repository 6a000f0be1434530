package io.hotfleet.simulator.host.order;

/// Patch-service did not answer, or not as wished; a later attempt may succeed.
public final class OrdersUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OrdersUnavailable(String message) {
        super(message);
    }
}
