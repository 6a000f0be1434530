package io.hotfleet.images.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import io.hotfleet.cli.postgres.Passwords;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Secrets of one namespace, through the API server.
final class SecretStore {

    private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int EXISTS = 409;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI secrets;
    private final String token;

    private SecretStore(HttpClient http, URI secrets, String token) {
        this.http = http;
        this.secrets = secrets;
        this.token = token;
    }

    /// With the rights of the service account that the pod runs under.
    static SecretStore ofThisPod() {
        try {
            String namespace = Files.readString(ACCOUNT.resolve("namespace")).strip();
            URI api = URI.create("https://%s:%s/api/v1/namespaces/%s/"
                    .formatted(
                            Bootstrap.environment("KUBERNETES_SERVICE_HOST"),
                            Bootstrap.environment("KUBERNETES_SERVICE_PORT"),
                            namespace));
            HttpClient http = HttpClient.newBuilder()
                    .sslContext(trusting(ACCOUNT.resolve("ca.crt")))
                    .connectTimeout(ANSWER_MAX)
                    .build();
            String token = Files.readString(ACCOUNT.resolve("token")).strip();
            return new SecretStore(http, api.resolve("secrets"), token);
        } catch (IOException | GeneralSecurityException e) {
            throw Failure.of("this pod has no usable service account", e);
        }
    }

    /// The password in a Secret, which is made if it is not there.
    String password(String name, String user) {
        HttpResponse<String> created =
                send(request(secrets).POST(BodyPublishers.ofString(secret(name, user))), CREATED, EXISTS);
        HttpResponse<String> found = created.statusCode() == CREATED
                ? created
                : send(request(URI.create(secrets + "/" + name)).GET(), OK);
        try {
            JsonNode password = JSON.readTree(found.body()).path("data").path("password");
            return new String(Base64.getDecoder().decode(password.asText()), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw Failure.of("the API server's answer is not JSON", e);
        }
    }

    static String secret(String name, String user) {
        try {
            return JSON.writeValueAsString(Map.of(
                    "apiVersion", "v1",
                    "kind", "Secret",
                    "type", "kubernetes.io/basic-auth",
                    "metadata", Map.of("name", name, "labels", Map.of("app.kubernetes.io/part-of", "hotfleet")),
                    "stringData", Map.of("username", user, "password", Passwords.generate())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int... accepted) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            for (int status : accepted) {
                if (answer.statusCode() == status) {
                    return answer;
                }
            }
            throw Failure.of("the API server answers %d".formatted(answer.statusCode()));
        } catch (IOException e) {
            throw Failure.of("the API server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }

    private static SSLContext trusting(Path authorities) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(authorities)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("ca-" + trusted.size(), each);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
