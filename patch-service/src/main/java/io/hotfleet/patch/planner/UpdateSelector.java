package io.hotfleet.patch.planner;

import io.hotfleet.patch.catalog.Release;
import io.hotfleet.patch.catalog.Release.Kind;
import io.hotfleet.patch.entitlement.Entitlements;
import io.hotfleet.patch.entitlement.Gate;
import io.hotfleet.patch.planner.Reason.Barred;
import io.hotfleet.patch.planner.Reason.Due;
import io.hotfleet.patch.policy.FleetPlan;
import io.hotfleet.patch.policy.Offer;
import io.hotfleet.patch.policy.Offer.Dated;
import io.hotfleet.patch.policy.Offer.OutOfBand;
import io.hotfleet.patch.policy.Offer.Regular;
import java.util.List;
import java.util.Optional;

/// Chooses what a machine installs next: the newest regular release that it lacks, then out-of-band ones in order of
/// date.
///
/// Nothing that is not newer than the installed release is ever chosen, so no KB comes twice.
public record UpdateSelector(FleetPlan plan, Entitlements entitlements, RingGate ringGate) {

    /// A machine of a ring at a minute, and what it has.
    private record Query(Node node, Member member, int ring, long minute, Dated installed, List<Gate> gates) {}

    /// Empty if there is nothing for it.
    public Optional<SelectedUpdate> choose(Node node, Member member, int ring, long minute) {
        Dated installed = plan.row(member.product(), node.kb());
        List<Offer> offers = plan.offers(member.product());
        Query query = new Query(node, member, ring, minute, installed, gates(node, minute));
        SelectedUpdate regular = regular(offers, query);
        return Optional.ofNullable(regular == null ? outOfBand(offers, query) : regular);
    }

    /// What licensing-service says; and a live machine that tells that its VBS does not run cannot hotpatch, whatever
    /// was true when it was asked.
    private List<Gate> gates(Node node, long minute) {
        List<Gate> gates = entitlements.gates(node.machine(), minute);
        boolean told = plan.definition().live() && node.memory().deniesVbs();
        return gates.isEmpty() && told ? List.of(Gate.VBS_NOT_RUNNING) : gates;
    }

    /// When something of the product next appears, or opens for the ring; NEVER if that is not known.
    long nextOffer(String product, int ring, long minute) {
        long next = plan.nextOffer(product, minute);
        if (ring > 0) {
            for (Offer offer : plan.offers(product)) {
                long opening = ringGate.opens(offer, ring);
                next = opening > minute ? Math.min(next, opening) : next;
            }
        }
        return next;
    }

    private SelectedUpdate regular(List<Offer> offers, Query query) {
        for (int i = offers.size() - 1; i >= 0; i--) {
            if (offers.get(i) instanceof Regular offer && visible(offer, query)) {
                SelectedUpdate selected = of(offer, query);
                if (selected != null && selected.row().appears() <= query.minute() && newer(selected.row(), query)) {
                    return selected;
                }
            }
        }
        return null;
    }

    private SelectedUpdate outOfBand(List<Offer> offers, Query query) {
        for (Offer any : offers) {
            if (any instanceof OutOfBand offer
                    && visible(offer, query)
                    && follows(offer.row(), query.installed())
                    && suits(offer, query)) {
                boolean restart = restarts(offer.row().release(), query.member());
                if (!(restart && holds())) {
                    return new SelectedUpdate(offer, offer.row(), restart, Due.OUT_OF_BAND);
                }
            }
        }
        return null;
    }

    private boolean visible(Offer offer, Query query) {
        return offer.appears() <= query.minute() && ringGate.opens(offer, query.ring()) <= query.minute();
    }

    /// Null where the month has nothing for this machine.
    private SelectedUpdate of(Regular offer, Query query) {
        if (offer.baseline() != null) {
            return new SelectedUpdate(offer, offer.baseline(), true, Due.BASELINE);
        }
        boolean passes = plan.definition().strategy().hotpatches()
                && query.gates().isEmpty()
                && query.node().onTrack();
        if (passes && offer.hotpatch() != null && takes(query, offer.hotpatch())) {
            boolean restart = restarts(offer.hotpatch().release(), query.member());
            return new SelectedUpdate(offer, offer.hotpatch(), restart, Due.HOTPATCH);
        }
        if (offer.cumulative() == null || holds()) {
            return null;
        }
        boolean gap = passes && offer.hotpatch() == null;
        return new SelectedUpdate(offer, offer.cumulative(), true, gap ? Due.NO_HOTPATCH : gate(query));
    }

    private Reason gate(Query query) {
        if (!plan.definition().strategy().hotpatches()) {
            return Due.STRATEGY;
        }
        List<Gate> gates = query.gates();
        return gates.isEmpty()
                        || (gates.getFirst().equals(Gate.UPDATE_SOURCE)
                                && !query.node().onTrack())
                ? Due.BASELINE
                : new Barred(gates.getFirst());
    }

    private boolean suits(OutOfBand offer, Query query) {
        return !offer.keepsTrack() || (query.gates().isEmpty() && takes(query, offer.row()));
    }

    private boolean takes(Query query, Dated hotpatch) {
        return query.node().track().takes(hotpatch.release(), plan.catalogue());
    }

    /// The cumulative strategy has nothing to wait for.
    private boolean holds() {
        return plan.definition().policy().holds()
                && plan.definition().strategy().hotpatches();
    }

    private static boolean restarts(Release release, Member member) {
        return switch (release.restart()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case WSUS_ROLE_ONLY -> member.servesUpdates();
        };
    }

    private static boolean newer(Dated row, Query query) {
        return query.installed() == null || row.appears() > query.installed().appears();
    }

    /// Out-of-band releases of one day follow each other by KB; a regular one of that day contains them.
    private static boolean follows(Dated row, Dated installed) {
        if (installed == null || row.appears() != installed.appears()) {
            return installed == null || row.appears() > installed.appears();
        }
        return installed.release().kind() == Kind.OUT_OF_BAND
                && row.release().kb().compareTo(installed.release().kb()) > 0;
    }
}
