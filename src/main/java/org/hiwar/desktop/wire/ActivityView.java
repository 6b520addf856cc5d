package org.hiwar.desktop.wire;

import java.time.Instant;
import java.util.List;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Outcome;
import org.hiwar.conversation.Rating;
import org.hiwar.workspace.Medium;
import org.jspecify.annotations.Nullable;

/// One interaction in the history of a contact.
///
/// `party` is the customer's number of a call, or their address on the channel; null when it was
/// withheld, for web chat, and for a call from a page (channel `web-call`). `account` is the one of
/// ours that carried it; null for calls and web chat. `trust` says how far the customer was proved
/// when it began, and is null when nobody knows. A missed call is an INBOUND one of medium VOICE
/// that was ABANDONED. `agent` and `acceptedAt` are null when nobody accepted it, `endedAt` and
/// `outcome` while it is not over, `disposition` when none was chosen, `firstText` when the
/// customer wrote nothing. `messages` counts them.
///
/// `recordings` are those of a call that are whole, the first one first; `talkSeconds` is null when
/// nobody talked, `result` when a call was simply talked and ended, goes on, or is none.
/// `postponements`: every time it was set aside, `transfers`: every time it was given away, the
/// earliest first. `participants`: who was in it beside the agent who had it, or was asked to be,
/// who came first first. `consultations` are those of a call that are over, the first one first.
///
/// `followUp` is null unless it is one: of medium TASK and channel `follow-up`, its `agent` is
/// whose it is to do, its `conversation` and `service` are those of the activity that it follows.
///
/// `rating` is what the customer thought of it; null when they said nothing.
/// `messageLeft`: it began with a message of somebody who did not stay for an answer.
public record ActivityView(
    InteractionId id,
    ConversationId conversation,
    Medium medium,
    String channel,
    Direction direction,
    @Nullable String party,
    @Nullable Trust trust,
    @Nullable AccountName account,
    Named service,
    @Nullable Named agent,
    Instant arrivedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant endedAt,
    @Nullable Outcome outcome,
    @Nullable Choice disposition,
    String notes,
    int messages,
    @Nullable String firstText,
    List<RecordingView> recordings,
    @Nullable Integer talkSeconds,
    List<PastConsultationView> consultations,
    CallView.@Nullable Result result,
    List<PostponementView> postponements,
    List<TransferView> transfers,
    List<ParticipantView> participants,
    @Nullable FollowUpView followUp,
    @Nullable Rating rating,
    boolean messageLeft) {}
