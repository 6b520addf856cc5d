package org.hiwar.desktop.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whom the agent of a call has asked into it, since `since` in this state.
///
/// Either `user` or `number`, the other null. `result` says why nobody came; it is null unless the
/// state is ENDED.
public record ConsultationView(
    String id,
    @Nullable Named user,
    @Nullable String number,
    State state,
    Instant since,
    CallView.@Nullable Result result) {

  public enum State {
    /// The customer hears music.
    RINGING,
    /// Agent and consulted talk, the customer hears music.
    CONNECTED,
    /// Agent and customer talk, the consulted hears music.
    HELD,
    /// All three hear each other.
    CONFERENCE,
    /// Nobody came; shown for some seconds.
    ENDED
  }
}
