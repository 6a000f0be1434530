package io.hotfleet.patch.calendar;

import io.hotfleet.patch.catalog.Catalogue;
import io.hotfleet.patch.catalog.Catalogues;
import io.hotfleet.rest.Parameters;
import io.hotfleet.rest.ProblemException;
import io.hotfleet.rest.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/products")
@Tag(name = "Calendar", description = "What each product's months bring")
class CalendarResource {
    private static final int MONTHS_MAX = 240;
    private static final int MONTHS_AHEAD = 12;

    private final Catalogues catalogues;

    CalendarResource(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /// @param releases how many the product sees, those without a date included
    record Product(String product, YearMonth firstMonth, YearMonth newestMonth, int releases) {}

    record Products(List<Product> items) {}

    private record Span(YearMonth from, YearMonth to) {}

    @GET
    @Operation(summary = "Lists the products with the months that the catalogue knows")
    public Uni<Products> products() {
        return catalogues.current().map(CalendarResource::products);
    }

    @GET
    @Path("{product}/calendar")
    @Operation(
            summary = "Shows what each month of a product brings",
            description =
                    "from and to are months; by default all known months and a year ahead. A month is KNOWN, a GAP"
                            + " (a cumulative update but no hotpatch), NO_DATA, or a FORECAST by the planned cadence.")
    public Uni<ProductCalendar> calendar(
            @PathParam("product") String product, @QueryParam("from") YearMonth from, @QueryParam("to") YearMonth to) {
        return catalogues.current().map(catalogue -> calendar(product, from, to, catalogue));
    }

    @GET
    @Path("{product}/calendar.ics")
    @Produces("text/calendar;charset=utf-8")
    @Operation(summary = "Exports a product's calendar as iCalendar (RFC 5545), to subscribe to")
    public Uni<String> iCalendar(
            @PathParam("product") String product, @QueryParam("from") YearMonth from, @QueryParam("to") YearMonth to) {
        return catalogues.current().map(catalogue -> ICalendar.of(calendar(product, from, to, catalogue)));
    }

    @GET
    @Path("{product}/slots")
    @Operation(
            summary = "Lists the months that the catalogue does not know yet",
            description = "With each the kind by the planned cadence, and how many of the known hotpatch months"
                    + " (slotsKnown) became baselines (unplannedBaselines).")
    public Uni<Slots> slots(
            @PathParam("product") String product, @QueryParam("from") YearMonth from, @QueryParam("to") YearMonth to) {
        return catalogues.current().map(catalogue -> {
            Span span = span(product, from, to, catalogue);
            return Slots.of(product, span.from(), span.to(), catalogue);
        });
    }

    private static Products products(Catalogue catalogue) {
        return new Products(catalogue.products().stream()
                .map(product -> new Product(
                        product,
                        catalogue.firstMonth(product).orElse(null),
                        catalogue.newestMonth(product).orElse(null),
                        catalogue.releases(product).size()))
                .toList());
    }

    private static ProductCalendar calendar(String product, YearMonth from, YearMonth to, Catalogue catalogue) {
        Span span = span(product, from, to, catalogue);
        return ProductCalendar.of(product, span.from(), span.to(), catalogue);
    }

    private static Span span(String product, YearMonth from, YearMonth to, Catalogue catalogue) {
        YearMonth first = catalogue
                .firstMonth(product)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.PRODUCT_NOT_FOUND,
                        "The catalogue knows no product '%s'; it knows %s."
                                .formatted(product, String.join(", ", catalogue.products()))));
        YearMonth last = catalogue.newestMonth(product).orElse(first).plusMonths(MONTHS_AHEAD);
        YearMonth start = from == null ? first : from;
        YearMonth end = to == null ? (last.isBefore(start) ? start : last) : to;
        Parameters.span(start, end, MONTHS_MAX);
        return new Span(start, end);
    }
}
