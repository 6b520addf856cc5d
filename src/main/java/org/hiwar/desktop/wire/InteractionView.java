package org.hiwar.desktop.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.Medium;
import org.jspecify.annotations.Nullable;

/// One interaction inside a conversation, as the agent of this desk sees it.
///
/// `party` is the customer's number of a call, or their address on the channel; null when it is
/// withheld, for web chat, and for a call from a page (channel `web-call`). `account` is the one of
/// ours that carries it; null for calls and web chat. `thread` tells matters of one customer apart,
/// such as threads of mails; null: there is one. `trust` says
/// how far the customer was proved when it began: what was PRESENTED (a caller's number, shown or
/// withheld; a mail without a pass; a name in place of a number) or CLAIMED is *not verified*;
/// null when nobody knows. `offer` is null unless the interaction is
/// offered to this agent; `acceptedAt`, `liveUntil`, `endedBy` are null before they happen;
/// `wrapUpUntil` is null outside wrap-up; `disposition` is null while none is chosen.
///
/// `call` is null unless it is a call. `postponements`: every time it was set aside, the earliest
/// first. `transfers`: every time it was given away, the earliest first. `host`: another agent who
/// has it; null: nobody else. `participants`: who is or was in it beside the agent who has it, who
/// came first first.
///
/// `messageLeft`: it began with a message of somebody who did not stay for an answer.
public record InteractionView(
    InteractionId id,
    Medium medium,
    String channel,
    Direction direction,
    @Nullable String party,
    @Nullable Trust trust,
    @Nullable AccountName account,
    @Nullable String thread,
    Named service,
    State state,
    @Nullable Named host,
    @Nullable OfferView offer,
    Instant arrivedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant liveUntil,
    @Nullable Instant wrapUpUntil,
    @Nullable EndedBy endedBy,
    String notes,
    @Nullable String disposition,
    List<DispositionView> dispositions,
    boolean requiresDisposition,
    @Nullable CallView call,
    List<PostponementView> postponements,
    List<TransferView> transfers,
    boolean messageLeft,
    List<ParticipantView> participants) {

  public enum State {
    QUEUED,
    POSTPONED,
    /// Somebody else has it.
    WITH_COLLEAGUE,
    /// Somebody else has it, and this agent is asked to come in.
    INVITED,
    /// Somebody else has it, and this agent is in it.
    GUEST,
    OFFERED,
    ACTIVE,
    WRAP_UP,
    ENDED
  }

  /// `number` tells this offer from an earlier one of the same work; it lasts from `from` to
  /// `until`.
  public record OfferView(int number, Instant until, Instant from) {}

  /// `name` is null for a disposition that Hiwar brings and the screens translate by its `code`.
  public record DispositionView(
      String id,
      @Nullable String name,
      @Nullable String code,
      @JsonProperty("final") boolean isFinal) {}
}
