package org.hiwar.desktop.view;

import java.time.Instant;
import java.util.List;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.Interaction;
import org.hiwar.desktop.wire.AccountName;
import org.hiwar.desktop.wire.CallView;
import org.hiwar.desktop.wire.InteractionView;
import org.hiwar.desktop.wire.InteractionView.OfferView;
import org.hiwar.desktop.wire.InteractionView.State;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.ParticipantView;
import org.hiwar.desktop.wire.PostponementView;
import org.hiwar.desktop.wire.TransferView;
import org.hiwar.floor.core.Guest;
import org.hiwar.floor.core.WorkState;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// An interaction as the desk shows it: its history, and what the floor says of it where this agent
/// has it.
final class InteractionViews {
  private InteractionViews() {}

  /// `self` is the agent of the desk, `held` null when they do not have it, `guest` when they are
  /// none in it, `host` when nobody else has it, `call` when it is none, `account` when none
  /// carries it.
  static InteractionView of(
      Interaction i,
      UserId self,
      @Nullable WorkState held,
      @Nullable Guest guest,
      @Nullable Named host,
      Catalog catalog,
      @Nullable CallView call,
      @Nullable AccountName account,
      List<PostponementView> postponements,
      List<TransferView> transfers,
      List<ParticipantView> participants) {
    var disposition = i.disposition();
    return new InteractionView(
        i.id(),
        i.medium(),
        i.channel(),
        i.direction(),
        party(i),
        i.trust(),
        account,
        i.thread() == null ? null : i.thread().toString(),
        catalog.service(i.service()),
        guest == null || held != null ? state(i, self, held, postponements) : state(guest),
        host,
        offer(held),
        i.arrivedAt(),
        i.acceptedAt(),
        i.liveUntil(),
        wrapUpUntil(held),
        i.endedBy(),
        i.notes(),
        disposition == null ? null : disposition.toString(),
        catalog.dispositions(i.service(), i.direction()),
        catalog.requiresDisposition(i.service()),
        call,
        postponements,
        transfers,
        i.messageLeft(),
        participants);
  }

  private static State state(Guest guest) {
    return guest.joined() ? State.GUEST : State.INVITED;
  }

  /// The number of a call, if it is shown, or the address on a channel; a visitor's id is nothing
  /// to show. Who calls from a page has no number.
  static @Nullable String party(Interaction i) {
    boolean numbered = i.medium() == Medium.VOICE && !i.channel().equals(Calls.WEB_CHANNEL);
    return (numbered || i.account() != null) && !i.party().isEmpty() ? i.party() : null;
  }

  private static State state(
      Interaction i, UserId self, @Nullable WorkState held, List<PostponementView> postponements) {
    return switch (held) {
      case WorkState.Offered _ -> State.OFFERED;
      case WorkState.Active _ -> State.ACTIVE;
      case WorkState.WrapUp _ -> State.WRAP_UP;
      case WorkState.Queued _, WorkState.Postponed _, WorkState.Ended _ ->
          throw new IllegalStateException("held, but " + held);
      case null -> unheld(i, self, postponements);
    };
  }

  private static State unheld(Interaction i, UserId self, List<PostponementView> postponements) {
    if (i.endedAt() != null) return State.ENDED;
    if (postponements.stream().anyMatch(one -> one.backAt() == null)) return State.POSTPONED;
    if (i.agent() == null) return State.QUEUED;
    if (!i.agent().equals(self)) return State.WITH_COLLEAGUE;
    return i.live() ? State.ACTIVE : State.WRAP_UP;
  }

  private static @Nullable OfferView offer(@Nullable WorkState held) {
    return held instanceof WorkState.Offered offered
        ? new OfferView(offered.offer(), offered.until(), offered.since())
        : null;
  }

  private static @Nullable Instant wrapUpUntil(@Nullable WorkState held) {
    return held instanceof WorkState.WrapUp wrapUp ? wrapUp.until() : null;
  }
}
