package org.hiwar.voice.call;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.UserId;

/// The wish of a call to have an agent on the line.
///
/// @param shown at the agent's phone: whom the call is with
/// @param later runs something on the thread of the call
/// @param tell what comes of it, on that thread: [Happening.DeviceReady], then perhaps
///     [Happening.DeviceHungUp] or [Happening.DeviceGone]
/// @param refers asked, on that thread, when the phone wants to send the call on
record Reach(
    AgentPart part,
    Caller shown,
    Consumer<Runnable> later,
    Consumer<Happening> tell,
    Refers refers) {
  /// Of a call that cannot be sent on.
  static final Refers NOWHERE = (_, tell) -> tell.accept(PhoneReferral.DECLINED);

  /// `tell` takes the status that the phone is told at last, on the thread of the call.
  interface Refers {
    void asked(DialString to, IntConsumer tell);
  }

  UserId agent() {
    return part.agent();
  }
}
