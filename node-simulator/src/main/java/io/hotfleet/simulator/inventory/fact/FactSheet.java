package io.hotfleet.simulator.inventory.fact;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The facts that one place tells of a machine: told, told as unknown, or not told.
public final class FactSheet {
    public static final String UNKNOWN = "unknown";
    private static final Set<Fact> OF_A_PRODUCT = EnumSet.of(Fact.EDITION, Fact.PLATFORM, Fact.KB, Fact.BUILD);
    public static final FactSheet EMPTY = new FactSheet(new Object[Fact.values().length]);

    private final Object[] values;
    private final int hash;

    private FactSheet(Object[] values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    public static FactSheet of(Map<Fact, Object> told) {
        Object[] values = new Object[Fact.values().length];
        told.forEach((fact, value) -> values[fact.ordinal()] = value);
        return new FactSheet(values);
    }

    /// Null where the fact is not told.
    public Object get(Fact fact) {
        return values[fact.ordinal()];
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /// These facts, and those of `wider` that are not told here.
    ///
    /// Edition, platform, build and KB belong to a product: where this sheet tells another product, they are not
    /// taken over.
    public FactSheet over(FactSheet wider) {
        Object widerProduct = Objects.requireNonNullElse(wider.get(Fact.PRODUCT), Passing.PRODUCT);
        boolean sameProduct = get(Fact.PRODUCT) == null || get(Fact.PRODUCT).equals(widerProduct);
        Map<Fact, Object> both = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            boolean inherits = sameProduct || !OF_A_PRODUCT.contains(fact);
            Object value = get(fact) == null && inherits ? wider.get(fact) : get(fact);
            if (value != null) {
                both.put(fact, value);
            }
        }
        return of(both);
    }

    /// These facts but those that the other sheet tells; installed updates add up, so they stay.
    public FactSheet without(FactSheet other) {
        Map<Fact, Object> left = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            if (get(fact) != null && (other.get(fact) == null || fact == Fact.UPDATES)) {
                left.put(fact, get(fact));
            }
        }
        return of(left);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactSheet sheet && Arrays.equals(values, sheet.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
