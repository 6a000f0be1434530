package io.hotfleet.hotpatch.signature;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;

/// A token (RFC 3161) that tells when a signature existed.
record Timestamp(Instant time, Chain chain) {
    /// Clocks may differ by this much before a timestamp counts as one from the future.
    private static final int CLOCK_SKEW_MINUTES_MAX = 5;

    /// Reads a token and checks its form, its signature and that it is about this signature; not yet who stamped it.
    static Timestamp read(ASN1Primitive token, byte[] signature, Trust trust) {
        try {
            byte[] encoded = token.getEncoded();
            SignedForm form = SignedForm.read(token);
            if (form.unsignedAttributes() != null) {
                throw new SignatureInvalid(SignatureFault.EXTRA_ATTRIBUTE, "it has unsigned attributes.");
            }
            Chain chain = Chain.of(form, trust);
            form.requireOnly(encoded, "Its token");
            TimeStampToken read = new TimeStampToken(new CMSSignedData(encoded));
            read.validate(new JcaSimpleSignerInfoVerifierBuilder().build(form.signer()));
            requireImprint(read.getTimeStampInfo(), signature);
            Instant time =
                    TSTInfo.getInstance(form.content()).getGenTime().getDate().toInstant();
            return new Timestamp(time, chain);
        } catch (IOException
                | ParseException
                | TSPException
                | CMSException
                | OperatorCreationException
                | RuntimeException e) {
            throw invalid(e.getMessage(), e);
        }
    }

    /// Checks that the configured root vouches for who stamped.
    void verify(Trust trust, Instant now) {
        if (time.isAfter(now.plus(CLOCK_SKEW_MINUTES_MAX, ChronoUnit.MINUTES))) {
            throw invalid(time + " lies in the future.", null);
        }
        try {
            chain.verify(trust, Issuer.TIME_STAMPING, time, now);
        } catch (SignatureInvalid e) {
            throw invalid(e.getMessage(), e);
        }
    }

    private static void requireImprint(TimeStampTokenInfo token, byte[] signature) {
        if (!token.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                || !Arrays.equals(token.getMessageImprintDigest(), CmsVerifier.sha256(signature))) {
            throw invalid("it is about another signature.", null);
        }
    }

    private static SignatureInvalid invalid(String why, Exception cause) {
        return new SignatureInvalid(SignatureFault.TIMESTAMP_INVALID, "The timestamp is not valid: " + why, cause);
    }
}
