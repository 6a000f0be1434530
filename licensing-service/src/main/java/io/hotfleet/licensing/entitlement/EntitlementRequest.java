package io.hotfleet.licensing.entitlement;

import com.fasterxml.jackson.databind.JsonNode;
import io.hotfleet.licensing.web.BatchTooLarge;
import io.hotfleet.licensing.web.JsonIn;
import io.hotfleet.licensing.web.Names;
import io.hotfleet.licensing.web.ObjectIn;
import io.hotfleet.licensing.web.Paging;
import java.util.List;
import java.util.Optional;

/// For whom to sign: machines by name, or a page of the fleet. Exactly one of the two is not null.
record EntitlementRequest(List<String> machines, Paging paging) {
    static EntitlementRequest read(ObjectIn request) {
        Optional<List<JsonNode>> names = request.values("machines");
        Optional<ObjectIn> page = request.object("page");
        if (names.isPresent() == page.isPresent()) {
            request.fault("machines", "either `machines` or `page` has to be there.");
        }
        List<String> machines = names.map(values -> names(request, values)).orElse(null);
        Paging paging = page.map(EntitlementRequest::paging).orElse(null);
        request.end();
        request.faults().throwIfAny();
        return new EntitlementRequest(machines, paging);
    }

    private static Paging paging(ObjectIn page) {
        Optional<String> after = page.name("after");
        Optional<Integer> limit = page.number("limit", 1, Paging.LIMIT_MAX);
        page.end();
        return new Paging(after.orElse(""), limit.orElse(Paging.LIMIT_MAX));
    }

    private static List<String> names(ObjectIn request, List<JsonNode> values) {
        if (values.size() > JsonIn.ITEMS_MAX) {
            throw new BatchTooLarge("/machines");
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
