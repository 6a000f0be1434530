package io.hotfleet.rest;

import java.util.Locale;

/// Every kind of problem that the services tell their callers: the same fault has the same type, status and title in
/// each of them. `contract/problems.md` lists them for callers; a test keeps the two equal.
public enum ProblemType {
    INVALID(400, "The request is not valid"),
    BAD_JSON(400, "The body is not valid JSON"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CONFLICT(409, "The key is taken"),
    IDEMPOTENCY_KEY_REUSED(409, "The idempotency key came with another request before"),
    EDITED_AT_ONCE(409, "Somebody else edits it at the same time"),
    EDITED_MEANWHILE(412, "Somebody else has edited it meanwhile"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    INTERNAL(500, "Internal error"),
    OVERLOADED(503, "Too much at once"),
    DATABASE_UNAVAILABLE(503, "The database does not answer"),
    SERVICE_UNAVAILABLE(503, "Another service does not answer"),
    KUBERNETES_UNAVAILABLE(503, "Kubernetes does not answer"),

    FLEET_NOT_FOUND(404, "No such fleet"),
    FLEET_DIFFERS(409, "The fleet exists with another definition"),
    NOT_LIVE(409, "The fleet is a rehearsal's"),
    LIVE(409, "The fleet is live"),
    CLUSTER_NOT_FOUND(404, "No such cluster"),
    CLUSTER_DIFFERS(409, "The cluster exists with another definition"),
    MACHINE_DIFFERS(409, "The machine exists with another definition"),
    MACHINE_NOT_FOUND(404, "No such machine"),
    UNKNOWN_MACHINE(422, "The fleet has no such machine"),
    MACHINE_REFUSED(422, "The machine is not accepted"),

    HARDWARE_KNOWN(409, "The hardware is known under another name"),
    MACHINE_NAME_TAKEN(409, "The name belongs to other hardware"),
    NOT_ADMITTED(401, "The token does not let this machine in"),
    LICENCE_NOT_NEEDED(409, "The machine takes no licence of its own"),

    PRODUCT_NOT_FOUND(404, "No such product"),
    RELEASE_NOT_FOUND(404, "No such release"),
    RELEASE_CONFLICT(409, "The catalogue knows the release with other content"),
    RELEASE_SHIPPED(409, "The release is part of the product"),
    CATALOGUE_FULL(409, "The catalogue is full"),
    ENTITLEMENT_REFUSED(422, "The entitlement is not accepted"),
    REPORT_REFUSED(422, "The report is not accepted"),
    ROLLOUT_NOT_FOUND(404, "No such rollout"),
    ROLLOUT_ENDED(409, "The rollout has ended"),

    PACKAGE_NOT_FOUND(404, "No such package"),
    PACKAGE_DIFFERS(409, "The release has another package"),
    PACKAGES_FULL(409, "There is no room for another package"),
    NOT_A_HOTPATCH(409, "The release is not a hotpatch"),
    PACKAGE_MISSING(422, "There is no package"),
    PACKAGE_TOO_LARGE(422, "The package is too large"),
    PACKAGE_DIGEST_DIFFERS(422, "The package has another digest"),
    PACKAGE_NOT_DER(422, "The package is not DER"),
    PACKAGE_MALFORMED(422, "The package has not the form of a signed package"),
    PACKAGE_EXTRA_ATTRIBUTE(422, "The package carries an attribute too many"),
    PACKAGE_EXTRA_CERTIFICATE(422, "The package carries a certificate too many"),
    PACKAGE_SIGNATURE_INVALID(422, "The package's signature is not valid"),
    PACKAGE_SELF_SIGNED(422, "The package is self-signed"),
    PACKAGE_CHAIN_FOREIGN(422, "The package's certificates lead to another root"),
    PACKAGE_CERTIFICATE_EXPIRED(422, "A certificate of the package had expired"),
    PACKAGE_CERTIFICATE_REVOKED(422, "A certificate of the package is revoked"),
    PACKAGE_REVOCATION_UNKNOWN(422, "Nobody can tell whether the package's certificates are revoked"),
    PACKAGE_WRONG_USAGE(422, "A certificate of the package is for another usage"),
    PACKAGE_TIMESTAMP_MISSING(422, "The package has no timestamp"),
    PACKAGE_TIMESTAMP_INVALID(422, "The package's timestamp is not valid"),
    PACKAGE_MANIFEST_INVALID(422, "The package's manifest is not valid"),
    PACKAGE_PAYLOAD_DIFFERS(422, "A payload is not the one of the package's manifest"),
    PACKAGE_MANIFEST_MISMATCH(422, "The package is another release's"),

    FLEET_INVALID(400, "The fleet file is not valid"),
    SCHEMA_NOT_FOUND(404, "No such schema"),
    REHEARSAL_NOT_FOUND(404, "No such rehearsal"),
    NO_REPORT(409, "There is no report"),
    TOO_MANY_REHEARSALS(503, "Too many rehearsals are under way"),
    TOO_MANY_FLEETS(409, "There is no room for another fleet"),
    CLOCK_LIVE(409, "The fleet's clock runs by itself"),
    NODE_NOT_FOUND(404, "No such node"),
    NODE_BUSY(503, "Too many write to the node at once"),
    LOG_FULL(409, "The node's log is full"),
    NOT_CONNECTED(409, "The fleet takes no commands of the patch service"),
    NOT_ON_KUBERNETES(409, "The service does not run on Kubernetes"),
    PATCH_SERVICE_REFUSED(502, "The patch service refused");

    private static final String PREFIX = "urn:hotfleet:problem:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// What a problem of this kind has as its `type`.
    public String urn() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
