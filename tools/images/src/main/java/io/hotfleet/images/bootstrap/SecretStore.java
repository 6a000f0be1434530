package io.hotfleet.images.bootstrap;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.hotfleet.cli.postgres.Passwords;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Passwords as Secrets of the client's namespace.
record SecretStore(KubernetesClient client) {

    private static final String PASSWORD = "password";

    /// The password in a Secret, which is made if it is not there.
    String password(String name, String user) {
        Secret fresh = new SecretBuilder()
                .withType("kubernetes.io/basic-auth")
                .withNewMetadata()
                .withName(name)
                .addToLabels("app.kubernetes.io/part-of", "hotfleet")
                .endMetadata()
                .addToData("username", encode(user))
                .addToData(PASSWORD, encode(Passwords.generate()))
                .build();
        Resource<Secret> secret = client.secrets().resource(fresh);
        return decode(created(secret).getData().get(PASSWORD));
    }

    private static Secret created(Resource<Secret> secret) {
        try {
            return secret.create();
        } catch (KubernetesClientException e) {
            // by somebody else, or by an earlier run
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                return secret.require();
            }
            throw e;
        }
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
