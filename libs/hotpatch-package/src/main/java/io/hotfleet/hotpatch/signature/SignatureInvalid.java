package io.hotfleet.hotpatch.signature;

/// A package is not what it should be.
public final class SignatureInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SignatureFault fault;

    public SignatureInvalid(SignatureFault fault, String detail) {
        this(fault, detail, null);
    }

    public SignatureInvalid(SignatureFault fault, String detail, Throwable cause) {
        super(detail, cause);
        this.fault = fault;
    }

    public SignatureFault fault() {
        return fault;
    }
}
