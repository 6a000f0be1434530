package io.hotfleet.hotpatch.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// Signs contents and stamps the signature with a time, in the one form that [CmsVerifier] accepts.
public final class CmsSigner {
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.121025243195964788136927728808325724148.2");
    private static final int SERIAL_BITS = 127;

    private final Identity signer;
    private final Identity timestamper;
    private final SecureRandom random = new SecureRandom();

    public CmsSigner(Identity signer, Identity timestamper) {
        this.signer = signer;
        this.timestamper = timestamper;
    }

    /// @param at what the timestamp tells
    public byte[] sign(byte[] content, Instant at) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signatures(signer, at));
            generator.addCertificates(new JcaCertStore(signer.chain()));
            SignedForm form = form(generator
                    .generate(new CMSProcessableByteArray(CmsVerifier.PACKAGE, content), true)
                    .getEncoded());
            return stamped(form, token(CmsVerifier.sha256(form.signature()), at))
                    .encoded();
        } catch (GeneralSecurityException | CMSException | OperatorCreationException | TSPException | IOException e) {
            throw new IllegalStateException("A package cannot be signed as " + signer, e);
        }
    }

    private ASN1Primitive token(byte[] imprint, Instant at)
            throws GeneralSecurityException, OperatorCreationException, TSPException, IOException {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                signatures(timestamper, at),
                digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                POLICY);
        generator.addCertificates(new JcaCertStore(timestamper.chain()));
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request = requests.generate(NISTObjectIdentifiers.id_sha256, imprint);
        BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
        byte[] token = generator.generate(request, serial, Date.from(at)).getEncoded();
        return ASN1Primitive.fromByteArray(form(token).encoded());
    }

    private static SignedForm stamped(SignedForm form, ASN1Primitive token) {
        Attribute timestamp = new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(token));
        return new SignedForm(
                form.type(),
                form.content(),
                form.bag(),
                form.signer(),
                form.signedAttributes(),
                form.signature(),
                new DERSet(timestamp));
    }

    /// The library writes BER; a SignedForm writes DER.
    private static SignedForm form(byte[] written) throws IOException {
        return SignedForm.read(ASN1Primitive.fromByteArray(written));
    }

    private static SignerInfoGenerator signatures(Identity identity, Instant at)
            throws GeneralSecurityException, OperatorCreationException {
        AttributeTable signingTime =
                new AttributeTable(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
        String algorithm = "EC".equals(identity.key().getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA";
        return new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signingTime))
                .build(algorithm, identity.key(), identity.certificate());
    }
}
