package io.hotfleet.patch.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotfleet.hotpatch.signature.SignatureFault;
import io.hotfleet.hotpatch.signature.SignatureInvalid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackageRefusedTest {
    @ParameterizedTest
    @EnumSource(SignatureFault.class)
    void everyFaultHasAProblemOfItsOwn(SignatureFault fault) {
        assertThat(new PackageRefused(new SignatureInvalid(fault, "why")).type().urn())
                .isEqualTo("urn:hotfleet:problem:package-" + fault.code());
    }
}
