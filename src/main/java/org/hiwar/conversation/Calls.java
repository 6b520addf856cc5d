package org.hiwar.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Contended;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The door of telephony: a call is an interaction of medium VOICE, and joins conversations by the
/// same rule and under the same locks as everything else.
@Component
public class Calls {
  /// Of every call that has a number.
  public static final String CHANNEL = "phone";

  /// Of every call that was raised from a page.
  public static final String WEB_CHANNEL = "web-call";

  private final CallStore store;
  private final Messages messages;
  /// Where a call may be waiting for the floor.
  private final Set<WorkspaceId> unbegun = ConcurrentHashMap.newKeySet();

  public Calls(Database database, Messages messages, Ids ids, Clock clock) {
    store = new CallStore(database, ids, clock);
    this.messages = messages;
  }

  /// Whoever takes a call in; told of it before it is stored, to have stored with it what they know
  /// of the call themselves. Told again, of another arrival, where the first was taken back because
  /// the contact was being merged at that moment.
  @FunctionalInterface
  public interface Taker {
    List<SqlPart> take(Arrival arrival);
  }

  /// Takes in a call that we answer; [#announce] is next. The contact is recognised by the number
  /// that the network shows; a withheld one makes a new contact without an address. An exception:
  /// nothing is known of the call, hang up.
  public Arrival arrive(WorkspaceId workspace, IncomingPhoneCall call, Taker taker) {
    return Contended.again(() -> store.arrive(workspace, call, taker));
  }

  /// Takes in a call that a customer raised from a page; [#announce] is next. An exception: nothing
  /// is known of the call, hang up.
  public Arrival arrive(WorkspaceId workspace, IncomingWebCall call, Taker taker) {
    return Contended.again(() -> store.arrive(workspace, call, taker));
  }

  /// Takes in a call whose caller has entered a code of [CallCodeStore]; [#announce] is next. It
  /// joins the conversation for which the code was given, and a number that nobody has is kept with
  /// its contact. Empty: the code is not good (any more), nothing was stored.
  public Optional<Arrival> arrive(
      WorkspaceId workspace, IncomingPhoneCall call, String code, Taker taker) {
    return Contended.again(() -> store.arrive(workspace, call, code, taker));
  }

  /// Tells the [ArrivalListener]s, as soon as whoever has taken the call in can hear what becomes
  /// of it.
  public void announce(WorkspaceId workspace, Arrival arrival) {
    messages.listeners().arrived(workspace, Optional.of(arrival));
  }

  /// Whether a call from this number would join a conversation that goes on; never when the number
  /// is withheld (null).
  public boolean joins(WorkspaceId workspace, @Nullable String number) {
    return store.joins(workspace, number);
  }

  /// Notes a call that an agent begins; the floor has to give it to the agent next. It joins the
  /// contact's open conversation if that is the agent's or nobody's; else it gets one of its own,
  /// beside the open one. What the floor has not given to anybody within
  /// [ConversationLimits#BEGIN_WITHIN] is closed.
  public BegunCall begin(WorkspaceId workspace, OutgoingPhoneCall call) {
    var begun = Contended.again(() -> store.begin(workspace, call));
    unbegun.add(workspace);
    return begun;
  }

  /// The floor has refused it: the call is over (ABANDONED, SYSTEM). To be called only when that is
  /// certain; what the floor has taken is left alone. Returns whether there was something to
  /// withdraw.
  public boolean withdraw(WorkspaceId workspace, InteractionId interaction) {
    return store.withdraw(workspace, interaction);
  }

  /// Calls may be waiting for the floor in `workspace`, from before this process began.
  void look(WorkspaceId workspace) {
    unbegun.add(workspace);
  }

  /// Closes what the floor has not taken in time.
  void closeOverdue(Instant now) {
    for (var workspace : List.copyOf(unbegun)) {
      unbegun.remove(workspace);
      boolean more = true;
      try {
        for (var interaction : store.overdue(workspace, now))
          store.withdraw(workspace, interaction);
        more = store.anyUnbegun(workspace);
      } finally {
        if (more) unbegun.add(workspace);
      }
    }
  }
}
