package io.hotfleet.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.cli.Failure;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;

/// The release catalogue of patch-service.
public final class Catalogue {

    private final ServiceClient client;

    public Catalogue(ServiceClient client) {
        this.client = client;
    }

    /// @return the service's counts
    public JsonNode add(InputFile releases, boolean replace) {
        boolean lines = releases.shown().endsWith(".ndjson");
        try {
            return ServiceClient.json(client.send(client.request("/api/v1/releases?replace=" + replace)
                    .header("Content-Type", lines ? "application/x-ndjson" : "application/json")
                    .POST(BodyPublishers.ofFile(releases.path()))
                    .build()));
        } catch (FileNotFoundException e) {
            throw Failure.badInput(releases.shown() + " does not exist any more");
        }
    }
}
