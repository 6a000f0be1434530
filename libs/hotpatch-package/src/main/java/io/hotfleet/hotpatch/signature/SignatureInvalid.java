package io.hotfleet.hotpatch.signature;

/// A package is not what it should be.
public final class SignatureInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SignatureFault flaw;

    public SignatureInvalid(SignatureFault flaw, String detail) {
        this(flaw, detail, null);
    }

    public SignatureInvalid(SignatureFault flaw, String detail, Throwable cause) {
        super(detail, cause);
        this.flaw = flaw;
    }

    public SignatureFault flaw() {
        return flaw;
    }
}
