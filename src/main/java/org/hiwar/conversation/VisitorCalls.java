package org.hiwar.conversation;

import java.util.function.Consumer;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Calls that customers raise from a page where they chat. Telephony stands behind it, and beside
/// the chat: neither knows the other.
public interface VisitorCalls {
  /// Answers the offer of the customer's browser. There is an interaction only when its sound
  /// arrives, so that no agent is offered a call that cannot be heard.
  ///
  /// @param told how the call stands, each time that changes, an end last and once; on any thread,
  ///     and must not block
  Raised raise(WorkspaceId workspace, Wanted call, Consumer<Standing> told);

  /// What the customer wants.
  ///
  /// @param visitor attested by us
  /// @param entry where they chat, and the name it is known by
  /// @param language (ar, en…) null where it is unknown
  /// @param claims what the customer has said about themselves
  /// @param offer of the browser, in SDP
  record Wanted(
      String visitor,
      ServiceId service,
      long entry,
      String place,
      @Nullable String language,
      Inbound.Claims claims,
      String offer) {}

  /// What came of it.
  sealed interface Raised {
    /// @param hangUp ends it; again is allowed
    /// @param answer for the browser, in SDP
    record Connecting(Runnable hangUp, String answer) implements Raised {}

    record Refused(End why) implements Raised {}
  }

  /// How it stands.
  sealed interface Standing {
    /// No agent has it; the customer hears music.
    record Waiting() implements Standing {}

    /// @param agent null when it is somebody who was called for the customer
    record Talking(@Nullable UserId agent) implements Standing {}

    record Held(@Nullable UserId agent) implements Standing {}

    record Ended(End why) implements Standing {}
  }

  /// Why there is no call any more, or none came about.
  enum End {
    HUNG_UP,
    /// No calls are taken there.
    NOT_OFFERED,
    /// By this customer, or from their address.
    TOO_MANY,
    /// The browser never reached us: its network lets no such sound through.
    UNREACHABLE,
    /// The sound broke off.
    LOST,
    /// There are too many calls at the moment.
    FULL,
    /// Ours, or an offer that is none.
    FAILED
  }
}
