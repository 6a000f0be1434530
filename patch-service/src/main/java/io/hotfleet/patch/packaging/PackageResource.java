package io.hotfleet.patch.packaging;

import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/packages")
@Tag(name = "Packages", description = "Signed packages of hotpatches")
@RunOnVirtualThread
class PackageResource {
    private static final String CMS = "application/pkcs7-mime";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final PackageService service;

    PackageResource(PackageService service) {
        this.service = service;
    }

    @GET
    @Operation(summary = "Lists the packages that offers carry, in order of digest")
    public Page<PackageView> list(@RestQuery String product, @BeanParam PageRequest page) {
        return service.page(product, page);
    }

    @GET
    @Path("trust")
    @Operation(summary = "The root and the revocation lists that packages are verified with, in PEM")
    public PackageService.TrustView trust() {
        return service.trust();
    }

    @GET
    @Path("{digest}")
    @Produces({CMS, MediaType.APPLICATION_JSON})
    @Operation(summary = "One package, by the SHA-256 that an offer carries", description = "CMS SignedData in DER")
    public Response byDigest(@PathParam("digest") String digest, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return content(digest, known, FOREVER);
    }

    @GET
    @Path("{product}/{kb}")
    @Produces({CMS, MediaType.APPLICATION_JSON})
    @Operation(summary = "The package of a release of the catalogue", description = "CMS SignedData in DER")
    public Response ofRelease(
            @PathParam("product") String product,
            @PathParam("kb") String kb,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return content(service.digest(product, kb), known, "no-cache");
    }

    @PUT
    @Path("{product}/{kb}")
    @Consumes({CMS, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Takes in a package made elsewhere",
            description = "It is verified against the configured root; each flaw has a problem of its own. It takes the"
                    + " place of the made-up one; other bytes for the same release are 409 unless replace=true.")
    public PackageService.Taken take(
            @PathParam("product") String product,
            @PathParam("kb") String kb,
            @RestQuery @DefaultValue("false") String replace,
            byte[] body) {
        if (!replace.equals("true") && !replace.equals("false")) {
            throw ProblemException.invalid("replace", "'%s' is not true or false".formatted(replace));
        }
        return service.take(service.lineage(product, kb), body, replace.equals("true"));
    }

    private Response content(String digest, String known, String cached) {
        String tag = '"' + digest.substring(digest.indexOf(':') + 1) + '"';
        if (tag.equals(known)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        byte[] content = service.content(digest);
        return Response.ok(content, CMS)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, cached)
                .build();
    }
}
