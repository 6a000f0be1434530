package io.hotfleet.images.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class SecretStoreTest {

    private KubernetesClient client;

    @Test
    void aPasswordIsMadeOnceAndKept() {
        SecretStore secrets = new SecretStore(client);

        String first = secrets.password("patch-database", "patch");

        assertThat(secrets.password("patch-database", "patch")).isEqualTo(first);
        assertThat(secrets.password("licensing-database", "licensing")).isNotEqualTo(first);
    }

    @Test
    void theSecretNamesTheUserBesideThePassword() {
        String password = new SecretStore(client).password("patch-database", "patch");

        Secret secret = client.secrets().withName("patch-database").get();

        assertThat(secret.getType()).isEqualTo("kubernetes.io/basic-auth");
        assertThat(decoded(secret, "username")).isEqualTo("patch");
        assertThat(decoded(secret, "password")).isEqualTo(password);
    }

    private static String decoded(Secret secret, String key) {
        return new String(Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
    }
}
