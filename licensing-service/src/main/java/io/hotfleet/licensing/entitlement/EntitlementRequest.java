package io.hotfleet.licensing.entitlement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.Names;
import io.hotfleet.licensing.web.ObjectIn;
import io.hotfleet.rest.Limit;
import io.hotfleet.rest.PageRequest;
import io.hotfleet.rest.ProblemException;
import java.util.List;
import java.util.Optional;

/// For whom to sign: machines by name, or a page of the fleet. Exactly one of the two is not null.
record EntitlementRequest(List<String> machines, PageRequest paging) {
    static EntitlementRequest read(ObjectIn request) {
        Optional<List<JsonNode>> names = request.values("machines");
        Optional<ObjectIn> page = request.object("page");
        if (names.isPresent() == page.isPresent()) {
            request.fault("machines", "either `machines` or `page` has to be there.");
        }
        List<String> machines = names.map(values -> names(request, values)).orElse(null);
        PageRequest paging = page.map(EntitlementRequest::paging).orElse(null);
        request.end();
        request.faults().throwIfAny();
        return new EntitlementRequest(machines, paging);
    }

    private static PageRequest paging(ObjectIn page) {
        Optional<String> after = page.name("after");
        Optional<Integer> limit = page.number("limit", 1, Limit.MAX);
        page.end();
        return PageRequest.of(after.orElse(""), limit.orElse(Limit.DEFAULT.items()));
    }

    private static List<String> names(ObjectIn request, List<JsonNode> values) {
        if (values.size() > JsonIn.ITEMS_MAX) {
            throw ProblemException.tooMany(JsonIn.ITEMS_MAX);
        }
        for (int index = 0; index < values.size(); index++) {
            JsonNode name = values.get(index);
            if (!name.isTextual() || !Names.isName(name.textValue())) {
                request.faults().add("/machines/" + index, "has to be a machine's name.");
            }
        }
        return values.stream().map(JsonNode::asText).toList();
    }
}
