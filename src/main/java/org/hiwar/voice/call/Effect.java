package org.hiwar.voice.call;

import org.hiwar.conversation.EndedBy;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What is to be done about a transition of [CallLife], in order.
sealed interface Effect {
  record Dial() implements Effect {}

  /// What the agent telephones with is called, where it has to be.
  record Reach(UserId agent) implements Effect {}

  /// The floor is told that the agent ends the call.
  record Release(UserId agent) implements Effect {}

  /// The agent hears that it rings.
  record RingingTone(UserId agent) implements Effect {}

  /// The customer hears music, and whoever was joined nothing.
  record Music() implements Effect {}

  /// Agent and customer hear each other.
  record Join(UserId agent) implements Effect {}

  /// The first moment of the other side's presence is kept.
  record NoteAnswered() implements Effect {}

  record DialForward(Way to) implements Effect {}

  /// Customer and number hear each other.
  record JoinForward() implements Effect {}

  record RingGuest(UserId agent, Guest guest) implements Effect {}

  /// Agent and guest hear each other.
  record JoinAside(UserId agent) implements Effect {}

  /// The guest hears music.
  record HoldGuest() implements Effect {}

  /// Agent, customer and guest hear each other.
  record JoinAll(UserId agent) implements Effect {}

  /// The call is the guest's from now on.
  record GuestTakesOver() implements Effect {}

  /// Whoever was called into the call, or is being called, is let go.
  ///
  /// @param why nobody came, where the leg itself does not know; null for a guest who is let go
  record DropGuest(@Nullable CallResult why) implements Effect {
    DropGuest() {
      this(null);
    }
  }

  /// Another agent is looked for, in the same queue.
  record Requeue(UserId agent) implements Effect {}

  /// Another agent is looked for, in the same queue, and this one is not ready any more: a call that
  /// was accepted was not taken at the agent's own phone or number.
  ///
  /// @param why the phone said; null for no answer
  record GiveBack(UserId agent, @Nullable CallResult why) implements Effect {}

  /// The floor is told that the call is over for whoever has it.
  record TellFloor(EndedBy by) implements Effect {}

  record HangUp() implements Effect {}
}
