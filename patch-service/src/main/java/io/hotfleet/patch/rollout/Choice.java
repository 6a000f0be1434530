package io.hotfleet.patch.rollout;

import io.hotfleet.patch.plan.Offer;
import io.hotfleet.patch.plan.Offer.Dated;
import io.hotfleet.patch.release.Release.TrackEffect;
import io.hotfleet.patch.rollout.Command.Contents;

/// A release that one machine takes next.
///
/// @param reason as the command will carry it
public record Choice(Offer offer, Dated row, boolean restart, String reason) {
    Contents contents() {
        return row.release().track() == TrackEffect.KEEPS ? Contents.HOTPATCH : Contents.CUMULATIVE;
    }

    public String kb() {
        return row.release().kb();
    }
}
