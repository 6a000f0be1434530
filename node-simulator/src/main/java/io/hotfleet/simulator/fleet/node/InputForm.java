package io.hotfleet.simulator.fleet.node;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hotfleet.hotpatch.manifest.Manifest;
import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.node.workflow.Fault;
import io.hotfleet.node.workflow.NodeInput;
import io.hotfleet.node.workflow.Offer;
import io.hotfleet.node.workflow.Offer.Seal;
import io.hotfleet.node.workflow.Vbs;
import io.hotfleet.simulator.fleet.FleetReleases;
import io.hotfleet.simulator.fleet.Spelling;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// What happened to a node from outside, as it is stored: only the members that its type needs.
///
/// @param seal what the check of an offered package found
/// @param digest of a package that was found intact; absent where what is in the release is made up
/// @param until end of an entitlement; absent for none
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection(registerFullHierarchy = true)
public record InputForm(
        Type type,
        String kb,
        String seal,
        String digest,
        String fault,
        Integer value,
        String enabler,
        Boolean on,
        Instant until) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /// Part of the log: a name never changes.
    public enum Type {
        @JsonProperty("offer")
        OFFER,
        @JsonProperty("fault")
        FAULT,
        @JsonProperty("heal")
        HEAL,
        @JsonProperty("restart")
        RESTART,
        @JsonProperty("withdrawal")
        WITHDRAWAL,
        @JsonProperty("entitlement")
        ENTITLEMENT,
        @JsonProperty("vbs")
        VBS
    }

    /// Made-up contents, with no package around them.
    public static InputForm offer(String kb) {
        return new InputForm(Type.OFFER, kb, Spelling.of(Seal.INTACT), null, null, null, null, null, null);
    }

    /// @param flaw what is wrong with the package of this digest
    public static InputForm offer(String kb, String digest, Optional<SignatureFault> flaw) {
        return flaw.map(found -> new InputForm(
                        Type.OFFER, kb, Spelling.of(Offer.Seal.of(found)), null, null, null, null, null, null))
                .orElseGet(() ->
                        new InputForm(Type.OFFER, kb, Spelling.of(Seal.INTACT), digest, null, null, null, null, null));
    }

    /// Whether it is an offer of this package; of one that was broken the digest is not kept.
    boolean offers(String offeredKb, String offeredDigest) {
        boolean intact = Spelling.of(Seal.INTACT).equals(seal);
        return type == Type.OFFER && offeredKb.equals(kb) && (!intact || offeredDigest.equals(digest));
    }

    static InputForm fault(Fault fault, int value) {
        return new InputForm(Type.FAULT, null, null, null, Spelling.of(fault), value, null, null, null);
    }

    static InputForm heal(Fault fault) {
        return new InputForm(Type.HEAL, null, null, null, Spelling.of(fault), null, null, null, null);
    }

    public static InputForm of(Type plain) {
        return new InputForm(plain, null, null, null, null, null, null, null, null);
    }

    static InputForm entitlement(Instant until) {
        return new InputForm(Type.ENTITLEMENT, null, null, null, null, null, null, null, until);
    }

    static InputForm vbs(Vbs.Enabler enabler, boolean on) {
        return new InputForm(Type.VBS, null, null, null, null, null, Spelling.of(enabler), on, null);
    }

    /// @param packages what is in those that the fleet's nodes were offered, by their digests
    NodeInput input(FleetReleases releases, String product, Function<String, Manifest> packages) {
        return switch (type) {
            case OFFER ->
                new NodeInput.Offered(
                        digest == null
                                ? releases.offer(product, kb, Spelling.choice(Seal.class, seal, "seal"))
                                : releases.offer(packages.apply(digest)));
            case FAULT -> new NodeInput.Injected(Spelling.choice(Fault.class, fault, "fault"), value);
            case HEAL -> new NodeInput.Healed(Spelling.choice(Fault.class, fault, "fault"));
            case RESTART -> new NodeInput.RestartAsked();
            case WITHDRAWAL -> new NodeInput.WithdrawalAsked();
            case ENTITLEMENT -> new NodeInput.Entitled(until == null ? 0 : until.getEpochSecond());
            case VBS -> new NodeInput.VbsSwitched(Spelling.choice(Vbs.Enabler.class, enabler, "enabler"), on);
        };
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An input always has a JSON form", e);
        }
    }

    static InputForm read(String json) {
        try {
            return JSON.readValue(json, InputForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored input is no JSON of ours", e);
        }
    }
}
