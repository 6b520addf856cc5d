package org.hiwar.campaign.preview;

import java.time.Instant;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.rule.NextCall;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// One hand-out of a record.
///
/// @param agent who has it, or had it last; null while it was with nobody
/// @param automatic accepted by the system
/// @param timerUntil when the system dials; null: it does not
/// @param timerStopped why it does not although it was to, a code; null: it was not stopped
/// @param interaction of the newest call that has begun; null before, and while the next one begins
/// @param seen the record as it was when its agent accepted it; null: nobody has it
/// @param nextCall what the agent has agreed on; null: nothing
public record Preview(
    PreviewId id,
    CampaignId campaign,
    RecordId record,
    PreviewState state,
    @Nullable UserId agent,
    Instant claimedAt,
    @Nullable Instant offeredAt,
    @Nullable Instant acceptedAt,
    boolean automatic,
    @Nullable Instant timerUntil,
    @Nullable String timerStopped,
    @Nullable InteractionId interaction,
    @Nullable ConversationId conversation,
    @Nullable Seen seen,
    @Nullable NextCall nextCall) {}
