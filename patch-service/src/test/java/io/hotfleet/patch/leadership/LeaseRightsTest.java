package io.hotfleet.patch.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LeaseRightsTest {
    @Test
    void theManifestsNameTheLeaseThatIsAskedFor() throws Exception {
        String lease = LeaderConfig.class
                .getDeclaredMethod("name")
                .getAnnotation(WithDefault.class)
                .value();

        String rights = Files.readString(Path.of("../k8s/base/rights.yaml"));

        assertThat(rights).contains("resourceNames: [" + lease + "]");
    }
}
