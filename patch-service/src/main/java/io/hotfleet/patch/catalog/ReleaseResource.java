package io.hotfleet.patch.catalog;

import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.catalog.Release.TrackEffect;
import io.hotfleet.rest.Page;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1")
@Tag(name = "Releases", description = "What the vendor has published")
class ReleaseResource {
    private final Catalogues catalogues;
    private final ReleaseRepository releases;

    ReleaseResource(Catalogues catalogues, ReleaseRepository releases) {
        this.catalogues = catalogues;
        this.releases = releases;
    }

    @GET
    @Path("releases")
    @Operation(
            summary = "Lists releases by month, product and KB",
            description = "Filters: product, from and to (months), kind, track. A product without history of its own"
                    + " lists what it uses of another. Releases without a date are listed and never offered.")
    public Uni<Page<Release>> list(
            @RestQuery String product,
            @QueryParam("from") YearMonth from,
            @QueryParam("to") YearMonth to,
            @QueryParam("kind") Kind kind,
            @QueryParam("track") TrackEffect track,
            @BeanParam PageRequest page) {
        ReleaseFilter filter = new ReleaseFilter(product, from, to, kind, track);
        return catalogues.current().map(catalogue -> filter.page(catalogue, page));
    }

    @GET
    @Path("releases/{product}/{kb}")
    @Operation(summary = "Shows one release")
    public Uni<RestResponse<Release>> get(@PathParam("product") String product, @PathParam("kb") String kb) {
        return catalogues
                .current()
                .map(catalogue -> require(catalogue, product, kb))
                .chain(releases::versioned)
                .map(Versioned::answer);
    }

    @GET
    @Path("releases/{product}/{kb}/supersedes")
    @Operation(summary = "Tells which releases this one makes unnecessary, and which make it unnecessary")
    public Uni<Supersedence> supersedes(@PathParam("product") String product, @PathParam("kb") String kb) {
        return catalogues
                .current()
                .map(catalogue -> Supersedence.of(require(catalogue, product, kb), product, catalogue));
    }

    private static Release require(Catalogue catalogue, String product, String kb) {
        return catalogue.find(product, kb).orElseThrow(() -> new ReleaseNotFound(product, kb));
    }
}
