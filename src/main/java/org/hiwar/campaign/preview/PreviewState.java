package org.hiwar.campaign.preview;

import org.hiwar.workspace.UserId;

/// Where a preview stands.
///
/// ```
///          Offer             Accept              Dial               Answered             Over
///  Queued ───────▶ Offered ────────▶ Reviewing ───────▶ Dialing ────────────▶ Talking ────────▶ Deciding
///    ▲ ◀─ Return ─────┘                │  ▲ ◀─ NotBegun ─┘ │ ▲                                 ▲ │ │
///    └───────────── Recall ────────────┘                   │ └──────────── Dial ───────────────┼─┘ │
///                                                          └──────────── Over ─────────────────┘   │
///  Queued, Offered: Withdraw; Reviewing: Complete, Skip; Dialing, Talking, Deciding: End ──▶ Ended ◀┘
/// ```
public sealed interface PreviewState {

  /// It waits on the floor.
  record Queued() implements PreviewState {}

  record Offered(UserId agent) implements PreviewState {}

  record Reviewing(UserId agent) implements PreviewState {}

  /// A number is being called, or is about to be. `again`: not the first of this review.
  record Dialing(UserId agent, boolean again) implements PreviewState {}

  record Talking(UserId agent) implements PreviewState {}

  /// The call is over and is wrapped up: another number may be called.
  record Deciding(UserId agent) implements PreviewState {}

  record Ended(Outcome outcome) implements PreviewState {}

  /// COMPLETED: with a disposition, without a call. CALLED: what becomes of the record follows from
  /// the result of its last call. WITHDRAWN: nobody had it to the end; the record is handed out
  /// again.
  enum Outcome {
    COMPLETED,
    SKIPPED,
    CALLED,
    WITHDRAWN
  }
}
