package org.hiwar.voice.call;

import org.hiwar.conversation.EndedBy;
import org.hiwar.workspace.UserId;

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

  record DropForward() implements Effect {}

  /// Another agent is looked for, in the same queue.
  record Requeue(UserId agent) implements Effect {}

  /// The floor is told that the call is over for whoever has it.
  record TellFloor(EndedBy by) implements Effect {}

  record HangUp() implements Effect {}
}
