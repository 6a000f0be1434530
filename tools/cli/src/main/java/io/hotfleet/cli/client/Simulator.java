package io.hotfleet.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hotfleet.cli.Failure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Rehearsals and checks of node-simulator.
public final class Simulator {

    private static final String REHEARSALS = "/api/v1/rehearsals";
    private static final String CHECKS = "/api/v1/checks";
    private static final int LISTEN_AGAIN_MAX = 1_000;
    private static final long LISTEN_AGAIN_MS = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServiceClient client;

    public Simulator(ServiceClient client) {
        this.client = client;
    }

    /// @return the rehearsal's path
    public String start(RehearsalRequest wanted) {
        Multipart form = form(wanted.files())
                .field("from", wanted.period().from())
                .field("to", wanted.period().to())
                .field("seed", wanted.options().seed())
                .field("runs", wanted.options().runs())
                .field("pricePlan", wanted.options().pricePlan())
                .field("detail", wanted.options().detail())
                .field("strict", wanted.options().strict());
        if (wanted.releases() != null) {
            attach(form, "releases", wanted.releases());
        }
        JsonNode created = ServiceClient.json(client.send(post(REHEARSALS, form)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .build()));
        return REHEARSALS + "/" + created.path("id").asText();
    }

    /// Waits for the rehearsal's end. A patient client connects again when the service was away, and waits for what
    /// the service plays again.
    ///
    /// @return the rehearsal as it ended
    /// @throws Failure if it failed, with its reason
    public JsonNode follow(String rehearsal, Consumer<JsonNode> progress) {
        for (int tries = 0; tries < LISTEN_AGAIN_MAX; tries++) {
            listen(rehearsal, progress);
            JsonNode now = ServiceClient.json(client.ask(get(rehearsal, "application/json")));
            switch (now.path("state").asText()) {
                case "DONE" -> {
                    return now;
                }
                case "FAILED" -> throw Failure.of(now.path("reason").asText("the rehearsal failed"));
                case "CANCELLED" -> throw Failure.of("the rehearsal was cancelled");
                default -> pause();
            }
        }
        throw Failure.of("the rehearsal's progress cannot be followed");
    }

    /// Asks the service to end a rehearsal whose result nobody waits for any more; whether it hears that is its affair.
    public void cancel(String rehearsal) {
        client.sendWithoutAnswer(client.request(rehearsal).DELETE().build());
    }

    /// The report as the service serves it, byte for byte.
    public InputStream report(String rehearsal, String mediaType) {
        return client.ask(get(rehearsal + "/report", mediaType)).body();
    }

    /// @param at null for today
    /// @param strict whether a file or a row that cannot be read stops the others
    public InputStream check(List<InputFile> files, LocalDate at, boolean strict, String mediaType) {
        return client.send(post(CHECKS, form(files).field("at", at).field("strict", strict))
                        .header("Accept", mediaType)
                        .build())
                .body();
    }

    private void listen(String rehearsal, Consumer<JsonNode> progress) {
        InputStream stream =
                client.ask(get(rehearsal + "/events", "text/event-stream")).body();
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                EventStream.read(stream, data -> progress.accept(parse(data)));
                end.complete(null);
            } catch (IOException e) {
                end.completeExceptionally(e);
            }
        });
        client.awaitEnd(end);
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private HttpRequest get(String path, String mediaType) {
        return client.request(path).header("Accept", mediaType).build();
    }

    private HttpRequest.Builder post(String path, Multipart form) {
        return client.request(path).header("Content-Type", form.contentType()).POST(form.body());
    }

    private static Multipart form(List<InputFile> files) {
        Multipart form = new Multipart();
        files.forEach(file -> attach(form, "files", file));
        return form;
    }

    private static void attach(Multipart form, String name, InputFile file) {
        try {
            form.file(name, file.shown(), file.path());
        } catch (FileNotFoundException e) {
            throw Failure.badInput(file.shown() + " does not exist any more");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LISTEN_AGAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }
}
