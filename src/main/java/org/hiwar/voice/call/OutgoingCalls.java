package org.hiwar.voice.call;

import java.time.Duration;
import java.util.Optional;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.BegunCall;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.OutgoingPhoneCall;
import org.hiwar.voice.call.AgentWork.Began;
import org.hiwar.voice.call.OutgoingGuard.Allowed;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Makes the calls that agents want to make, and finds the way to a number for them.
public final class OutgoingCalls {
  private final CallOffice office;
  private final CallerIds callerIds;
  private final Routes routes;
  private final OutgoingGuard guard;
  private final Calls conversations;
  private final LiveCalls calls;

  public OutgoingCalls(
      CallOffice office,
      CallerIds callerIds,
      Routes routes,
      OutgoingGuard guard,
      Calls conversations,
      LiveCalls calls) {
    this.office = office;
    this.callerIds = callerIds;
    this.routes = routes;
    this.guard = guard;
    this.conversations = conversations;
    this.calls = calls;
  }

  /// What an agent wants. `contact` and `conversation` are null when they were not said.
  public record Wanted(
      UserId agent,
      ServiceId service,
      DialString number,
      @Nullable ContactId contact,
      @Nullable ConversationId conversation) {}

  /// What came of it.
  public sealed interface Placed {
    record Begun(BegunCall call) implements Placed {}

    record NotBegun(Why why) implements Placed {}
  }

  public enum Why {
    UNKNOWN_SERVICE,
    NO_DEVICE,
    NO_SESSION,
    ON_A_CALL,
    FULL,
    NO_TRUNK,
    DESTINATION_CLOSED,
    TOO_MANY_CALLS,
    NO_PORT,
    UNAVAILABLE
  }

  /// Gives a call that has been noted to the agent who wants it.
  @FunctionalInterface
  public interface Giving {
    Began give(BegunCall call);
  }

  public Placed place(WorkspaceId workspace, Wanted wanted) {
    return place(
        workspace,
        wanted,
        begun ->
            office.work().begin(workspace, wanted.agent(), begun.interaction(), wanted.service()));
  }

  /// The same, given in another way: in place of something that the agent has.
  public Placed place(WorkspaceId workspace, Wanted wanted, Giving giving) {
    if (!office.telephones().isReady(workspace, wanted.agent())) return not(Why.NO_DEVICE);
    return switch (way(workspace, wanted.service(), wanted.number())) {
      case Found.There(Way way) -> place(workspace, wanted, way, giving);
      case Found.Not(Why why) -> not(why);
    };
  }

  /// The way to a number, or why there is none.
  sealed interface Found {
    record There(Way way) implements Found {}

    record Not(Why why) implements Found {}
  }

  Found way(WorkspaceId workspace, ServiceId service, DialString dialled) {
    return switch (guard.mayDial(workspace, dialled)) {
      case Allowed(DialString number, OutgoingGuard.Place place) -> {
        var trunks = routes.routes(workspace, number);
        if (trunks.isEmpty()) {
          place.close();
          yield new Found.Not(Why.NO_TRUNK);
        }
        var shown = callerIds.callerId(workspace, service).orElseGet(Caller.Unknown::new);
        yield new Found.There(new Way(number, trunks, shown, place));
      }
      case OutgoingGuard.DestinationClosed _ -> new Found.Not(Why.DESTINATION_CLOSED);
      case OutgoingGuard.TooManyAMinute _, OutgoingGuard.TooManyAtOnce _ ->
          new Found.Not(Why.TOO_MANY_CALLS);
    };
  }

  private Placed place(WorkspaceId workspace, Wanted wanted, Way way, Giving giving) {
    var ears = new SipEars();
    Optional<PhoneLeg> customer = Optional.empty();
    try {
      customer = PhoneLeg.open(office.studio(), ears::silent);
      if (customer.isEmpty()) {
        way.place().close();
        return not(Why.NO_PORT);
      }
      var begun = begin(workspace, wanted, way);
      var call = call(workspace, wanted, way, begun, customer.get());
      ears.belongTo(call);
      return ask(workspace, begun, call, giving);
    } catch (RuntimeException e) {
      way.place().close();
      customer.ifPresent(PhoneLeg::close);
      throw e;
    }
  }

  private BegunCall begin(WorkspaceId workspace, Wanted wanted, Way way) {
    return conversations.begin(
        workspace,
        new OutgoingPhoneCall(
            wanted.agent(),
            wanted.service(),
            way.number().text(),
            wanted.contact(),
            wanted.conversation(),
            office.clock().instant()));
  }

  /// It is there before the floor is asked, so that it hears what the floor decides.
  private Call call(
      WorkspaceId workspace, Wanted wanted, Way way, BegunCall begun, PhoneLeg customer) {
    var key = new CallKey(workspace, begun.interaction());
    var call =
        new Call(
            office,
            new Call.Beginning(
                key,
                detail(begun, way),
                new Phase.Prepared(wanted.agent()),
                customer,
                office.rules().rule(workspace, wanted.service()),
                null,
                way,
                null),
            () -> calls.remove(key));
    calls.add(key, call);
    call.start();
    return call;
  }

  private Placed ask(WorkspaceId workspace, BegunCall begun, Call call, Giving giving) {
    var answer = began(begun, giving);
    switch (answer) {
      case BEGUN -> call.tell(new Happening.Go());
      // It may have been done: the floor is told that it is over.
      case UNAVAILABLE -> call.tell(new Happening.TimeUp());
      case NO_SUCH_SERVICE, NO_SESSION, NO_DEVICE, ON_A_CALL, FULL -> {
        call.tell(new Happening.NotBegun());
        conversations.withdraw(workspace, begun.interaction());
      }
    }
    return switch (answer) {
      case BEGUN -> new Placed.Begun(begun);
      case NO_SUCH_SERVICE -> not(Why.UNKNOWN_SERVICE);
      case NO_SESSION -> not(Why.NO_SESSION);
      case NO_DEVICE -> not(Why.NO_DEVICE);
      case ON_A_CALL -> not(Why.ON_A_CALL);
      case FULL -> not(Why.FULL);
      case UNAVAILABLE -> not(Why.UNAVAILABLE);
    };
  }

  private static Began began(BegunCall begun, Giving giving) {
    try {
      return giving.give(begun);
    } catch (RuntimeException _) {
      return Began.UNAVAILABLE;
    }
  }

  private CallDetail detail(BegunCall begun, Way way) {
    var shown = way.shown() instanceof Caller.Number(DialString number) ? number.text() : "";
    return new CallDetail(
        begun.interaction(),
        Direction.OUTBOUND,
        shown,
        way.number().text(),
        null,
        "",
        office.clock().instant(),
        null,
        null,
        Duration.ZERO,
        null,
        null,
        null,
        null,
        null);
  }

  private static Placed not(Why why) {
    return new Placed.NotBegun(why);
  }
}
