package org.hiwar.floor.core;

import java.time.Instant;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// The life of one piece of work on the floor, from arrival to the end.
///
///          Offer              Accept            Leave, Release           Dispose, EndWrapUp
///  Queued ────────▶ Offered ─────────▶ Active ───────────────▶ WrapUp ─────────────────────▶ Ended
///    ▲ ◀── Decline, Expire, ──┘          │                                                   ▲
///    │     Hush, Recall       (Begin ▲)  │                                                   │
///    └────────────── Transfer, Recall ───┘      Queued, Offered ──── Leave ──────────────────┘
///
/// What an agent begins is Active from its beginning, without an offer; what is handed over stays
/// Active, with another agent. A mail may go from Active to Postponed, and from there back to
/// Queued at its time or when the customer writes; what waits in the list of a pulled service, and
/// what they have postponed, agents take: then it is Active without an offer. What is given to a
/// colleague is offered to them at once, and Active again with who gave it unless they accept
/// (Return). `offers` counts the
/// offers made so far; it names an offer, so that a late answer to offer 1 cannot touch offer 2.
/// `since` is when the state began.
public sealed interface WorkState {
  Instant since();

  /// `relaxAt`: until then all skills count that the work needs; null: no more than the skill of
  /// the service. `personalUntil`: until then it waits for its preferred agent alone; null: it
  /// waits for the service.
  record Queued(
      int offers, Instant since, @Nullable Instant relaxAt, @Nullable Instant personalUntil)
      implements WorkState {
    public boolean personal() {
      return personalUntil != null;
    }

    public boolean relaxed() {
      return relaxAt == null;
    }

    Queued widened() {
      return new Queued(offers, since, relaxAt, null);
    }

    Queued asRelaxed() {
      return new Queued(offers, since, null, personalUntil);
    }

    /// The same place, seen now: the wait for all skills may be over.
    Queued at(Instant now) {
      return relaxAt == null || relaxAt.isAfter(now) ? this : asRelaxed();
    }

    /// Where the work goes back to when the offer made now fails: the same place, and no longer for
    /// one agent alone.
    Queued counted() {
      return new Queued(offers + 1, since, relaxAt, null);
    }
  }

  /// `back`: where the work waits again when nobody takes this offer.
  record Offered(Queued back, UserId agent, Instant since, Instant until) implements WorkState {
    public int offer() {
      return back.offers();
    }
  }

  record Active(UserId agent, int offers, Instant since) implements WorkState {}

  record WrapUp(UserId agent, int offers, Instant since, Instant until) implements WorkState {}

  record Ended(Outcome outcome, Instant since) implements WorkState {}

  /// Set aside until `until` by the agent whom the work prefers. Nobody has it, and nothing is
  /// offered.
  record Postponed(int offers, Instant since, Instant until) implements WorkState {}

  /// HANDLED: an agent had it. ABANDONED: it left before. WITHDRAWN: a guard refused to have it
  /// offered.
  enum Outcome {
    HANDLED,
    ABANDONED,
    WITHDRAWN
  }

  /// The agent who has it, or null.
  default @Nullable UserId holder() {
    return switch (this) {
      case Offered s -> s.agent();
      case Active s -> s.agent();
      case WrapUp s -> s.agent();
      case Queued _, Postponed _, Ended _ -> null;
    };
  }
}
