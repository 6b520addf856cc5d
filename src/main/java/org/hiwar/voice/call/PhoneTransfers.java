package org.hiwar.voice.call;

import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;

/// Transfers that agents ask for at their own telephones: what the desktop's transfer to a number
/// does, for whoever may do it there.
public final class PhoneTransfers {
  private final CallControl control;
  private final InteractionStore interactions;
  private final UserStore users;

  public PhoneTransfers(CallControl control, InteractionStore interactions, UserStore users) {
    this.control = control;
    this.interactions = interactions;
    this.users = users;
  }

  /// Whether the number is being called now. Waits for the thread of the call.
  boolean begin(CallKey call, UserId agent, DialString to) {
    if (!mayTransfer(call, agent)) return false;
    var asker = new CallControl.Asker(call.workspace(), agent, call.interaction());
    return interactions
        .find(call.workspace(), call.interaction())
        .map(Interaction::service)
        .filter(from -> control.transfer(asker, from, to) instanceof CallControl.Outcome.Done)
        .isPresent();
  }

  private boolean mayTransfer(CallKey call, UserId agent) {
    return users
        .find(call.workspace(), agent)
        .filter(user -> Role.privilegesOf(user.roles()).contains(Privilege.TRANSFER_CALLS))
        .isPresent();
  }
}
