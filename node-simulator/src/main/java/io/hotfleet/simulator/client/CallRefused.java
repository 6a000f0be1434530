package io.hotfleet.simulator.client;

/// A service understood a call and refused it; repeating would not help.
public final class CallRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;

    public CallRefused(String service, String call, int status, String detail) {
        super(service + " refused " + call + " with " + status + ": " + detail);
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    /// What the service said was wrong, in its own words.
    public String detail() {
        return detail;
    }
}
