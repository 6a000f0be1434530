package io.hotfleet.patch.planner;

import io.hotfleet.patch.catalog.Release.TrackEffect;
import io.hotfleet.patch.planner.Command.Contents;
import io.hotfleet.patch.policy.Offer;
import io.hotfleet.patch.policy.Offer.Dated;

/// A release that one machine takes next.
///
/// @param reason as the command will carry it
public record SelectedUpdate(Offer offer, Dated row, boolean restart, Reason reason) {
    Contents contents() {
        return row.release().track() == TrackEffect.KEEPS ? Contents.HOTPATCH : Contents.CUMULATIVE;
    }

    public String kb() {
        return row.release().kb();
    }
}
