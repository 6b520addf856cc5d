package org.hiwar.voice.call;

import java.util.Optional;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.CallCodeStore;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.IncomingPhoneCall;
import org.hiwar.voice.call.PhoneNumbers.Destination;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;
import org.jspecify.annotations.Nullable;

/// Who is asked for the code that an agent gave in a chat, and what it opens. Whoever tries digits
/// at random is let through to the queue like everybody else, and after a few no digits of theirs
/// are looked at.
public final class CodeDoor {
  private final CallCodeStore codes;
  private final Calls conversations;
  private final RateLimits limits;

  public CodeDoor(CallCodeStore codes, Calls conversations, RateLimits limits) {
    this.codes = codes;
    this.conversations = conversations;
    this.limits = limits;
  }

  /// Callers of a service of which a number was given with a code that lives; not those whose
  /// number brings them into a conversation that goes on.
  ///
  /// @param number null: withheld
  boolean asks(Destination called, @Nullable String number) {
    return codes.anyFor(called.workspace(), called.service())
        && !conversations.joins(called.workspace(), number);
  }

  /// The call with its place; in a conversation of its own unless the digits are a code.
  Arrival arrive(WorkspaceId workspace, IncomingPhoneCall call, String digits, Calls.Taker taker) {
    return byCode(workspace, call, digits, taker)
        .orElseGet(() -> conversations.arrive(workspace, call, taker));
  }

  /// The call is there to hear what becomes of it.
  void announce(WorkspaceId workspace, Arrival arrival) {
    conversations.announce(workspace, arrival);
  }

  private Optional<Arrival> byCode(
      WorkspaceId workspace, IncomingPhoneCall call, String digits, Calls.Taker taker) {
    if (digits.length() != ConversationLimits.CODE_DIGITS) return Optional.empty();
    var all = workspace.toString();
    var one = workspace + " " + call.number();
    if (!limits.take(Limit.WRONG_CODES_OF_CALLER, one).isZero()) return Optional.empty();
    if (!limits.take(Limit.WRONG_CODES_OF_WORKSPACE, all).isZero()) return Optional.empty();
    var arrival = conversations.arrive(workspace, call, digits, taker);
    if (arrival.isPresent()) {
      limits.giveBack(Limit.WRONG_CODES_OF_CALLER, one);
      limits.giveBack(Limit.WRONG_CODES_OF_WORKSPACE, all);
    }
    return arrival;
  }
}
