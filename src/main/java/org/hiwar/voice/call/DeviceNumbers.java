package org.hiwar.voice.call;

import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.WorkspaceId;

/// Says which numbers agents may be called at. That a number may be dialled is judged again at each
/// call, by [OutgoingGuard].
public interface DeviceNumbers {
  Judged judge(WorkspaceId workspace, DialString typed);

  sealed interface Judged {
    /// @param number with the country's code where it has one
    record Fits(DialString number) implements Judged {}

    /// The workspace does not telephone there.
    record Closed() implements Judged {}

    /// An emergency number, or one of the workspace's own, which would call itself.
    record NotForThis() implements Judged {}
  }
}
