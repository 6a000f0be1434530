package io.hotfleet.simulator.upload;

import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.quarkus.runtime.annotations.RegisterResources;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@RegisterResources(globs = "schema/*")
@Path("/api/v1/schemas")
@Tag(name = "schemas", description = "JSON Schemas of what goes in and what comes out")
class SchemaResource {
    private static final Set<String> NAMES = Set.of("fleet", "report");

    @GET
    @Path("{name}")
    @Produces("application/schema+json")
    @RunOnVirtualThread
    @Operation(summary = "Gives the JSON Schema of fleet files (fleet) or of reports (report)")
    public byte[] schema(@PathParam("name") String name) {
        if (!NAMES.contains(name)) {
            throw new ProblemException(
                    ProblemType.SCHEMA_NOT_FOUND, "No schema '" + name + "'; there are fleet and report");
        }
        String resource = "/schema/" + name + ".schema.json";
        try (InputStream in = SchemaResource.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The schema " + resource + " is not packaged");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
