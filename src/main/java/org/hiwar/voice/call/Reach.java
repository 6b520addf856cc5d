package org.hiwar.voice.call;

import java.util.function.Consumer;
import org.hiwar.voice.sip.Caller;
import org.hiwar.workspace.UserId;

/// The wish of a call to have an agent on the line.
///
/// @param shown at the agent's phone: whom the call is with
/// @param later runs something on the thread of the call
/// @param tell what comes of it, on that thread: [Happening.DeviceReady], then perhaps
///     [Happening.DeviceHungUp] or [Happening.DeviceGone]
record Reach(AgentPart part, Caller shown, Consumer<Runnable> later, Consumer<Happening> tell) {
  UserId agent() {
    return part.agent();
  }
}
