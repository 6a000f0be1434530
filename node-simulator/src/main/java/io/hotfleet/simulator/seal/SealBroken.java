package io.hotfleet.simulator.seal;

/// A package is not what it should be.
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    public SealBroken(Flaw flaw, String detail) {
        this(flaw, detail, null);
    }

    public SealBroken(Flaw flaw, String detail, Throwable cause) {
        super(detail, cause);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
