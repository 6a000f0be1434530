package io.hotfleet.clusternode.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadClientTest {
    private static final byte[] ANSWER = "{\"node\": \"sql-0\", \"term\": 1}".getBytes(StandardCharsets.UTF_8);

    private static final int CONVERTER_PRIORITY = 200;

    private final LoadTally tally = new LoadTally(0);
    private HttpServer service;
    private volatile int status = 200;

    @BeforeEach
    void serve() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/work/request", call -> {
            call.sendResponseHeaders(status, ANSWER.length);
            call.getResponseBody().write(ANSWER);
            call.close();
        });
        service.start();
    }

    @AfterEach
    void end() {
        service.stop(0);
    }

    @Test
    void aRequestIsTriedOnceHoweverShortItsPatience() throws InterruptedException {
        try (LoadClient caller = caller("0s")) {
            caller.request();
        }

        assertThat(tally.seen(0).requests()).isEqualTo(1);
        assertThat(tally.seen(0).requestsFailed()).isZero();
    }

    @Test
    void whatIsNotAnsweredSaysWhy() throws InterruptedException {
        status = 503;
        try (LoadClient caller = caller("0s")) {
            caller.request();
            service.stop(0);
            caller.request();
        }

        assertThat(tally.seen(0).requestsFailed()).isEqualTo(2);
        assertThat(tally.seen(0).unanswered()).containsEntry("503", 1L).hasSize(2);
    }

    private LoadClient caller(String patience) {
        String target = "http://127.0.0.1:" + service.getAddress().getPort();
        Map<String, String> settings = Map.of(
                "hotfleet.load.target", target, "hotfleet.load.patience", patience, "hotfleet.load.pause", "1ms");
        LoadConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, CONVERTER_PRIORITY, new DurationConverter())
                .withMapping(LoadConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(LoadConfig.class);
        return new LoadClient(config, tally);
    }
}
