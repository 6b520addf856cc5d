package org.hiwar.voice.call;

import org.hiwar.conversation.EndedBy;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What a call hears of: from the customer's side, from the floor, from its agent.
sealed interface Happening {
  /// The floor lets the agent call.
  record Go() implements Happening {}

  /// The floor does not.
  record NotBegun() implements Happening {}

  record Rings() implements Happening {}

  /// Audio before the answer.
  record EarlyAudio() implements Happening {}

  record Answered() implements Happening {}

  /// The other side did not take our call, or the call is over.
  record FarEndGone(CallEnd end) implements Happening {}

  /// Nothing is heard of it although it was to send.
  record FarEndSilent() implements Happening {}

  record Accepted(UserId agent) implements Happening {}

  /// Nobody has it any more; another agent is looked for.
  ///
  /// @param service in whose queue it waits now; null: in the same as before
  record Requeued(@Nullable ServiceId service) implements Happening {}

  /// The floor has ended it.
  record FloorEnded(EndedBy by) implements Happening {}

  record DeviceReady(UserId agent) implements Happening {}

  /// It is lost, or could not be reached.
  ///
  /// @param why it was not answered; null when it was lost
  record DeviceGone(UserId agent, @Nullable CallResult why) implements Happening {
    DeviceGone(UserId agent) {
      this(agent, null);
    }
  }

  /// What the agent telephones with has to be called first.
  record DeviceToReach(UserId agent) implements Happening {}

  /// The agent has hung up at their own phone.
  record DeviceHungUp(UserId agent) implements Happening {}

  record Hold() implements Happening {}

  record Retrieve() implements Happening {}

  record Forward(Way to) implements Happening {}

  /// The agent asks somebody in.
  record Consult(Guest guest) implements Happening {}

  /// Who was asked in, or the number that the customer is sent to, has answered.
  record GuestAnswered() implements Happening {}

  /// Who was asked in, or the number that the customer is sent to, did not come or has left.
  record GuestGone() implements Happening {}

  record TalkTo(With with) implements Happening {}

  /// The agent leaves the customer to the number that was asked in.
  record Complete() implements Happening {}

  /// The agent does without the guest.
  record LetGo() implements Happening {}

  /// The limit of the phase has passed.
  record TimeUp() implements Happening {}

  /// The call cannot go on: too much waits for it, a fault, the process is stopped.
  record Broken(CallEnd.Cause cause) implements Happening {}
}
