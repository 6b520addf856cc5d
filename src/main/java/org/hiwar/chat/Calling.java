package org.hiwar.chat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.chat.ChatSocket.Greeted;
import org.hiwar.conversation.VisitorCalls;
import org.hiwar.conversation.VisitorCalls.End;
import org.hiwar.conversation.VisitorCalls.Raised;
import org.hiwar.conversation.VisitorCalls.Standing;
import org.hiwar.conversation.VisitorCalls.Wanted;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The calls that visitors raise from their chats, one each: another one takes its place. A call
/// does not depend on the socket that raised it, for its sound goes another way.
@Component
class Calling {
  private static final Logger LOG = LoggerFactory.getLogger(Calling.class);

  private final ObjectProvider<VisitorCalls> telephony;
  private final ChatEntryStore entries;
  private final Chats chats;
  private final Visitors visitors;
  private final RateLimits limits;
  private final Map<Visitors.Key, Call> live = new ConcurrentHashMap<>();

  /// A call, by the name that the widget gave it.
  private static final class Call {
    final UUID id;
    volatile @Nullable Runnable hangUp;
    volatile @Nullable Standing standing;

    Call(UUID id) {
      this.id = id;
    }

    void end() {
      var end = hangUp;
      if (end != null) end.run();
    }
  }

  /// Telephony is above this package: it is asked for when it is needed.
  Calling(
      ObjectProvider<VisitorCalls> telephony,
      ChatEntryStore entries,
      Chats chats,
      Visitors visitors,
      RateLimits limits) {
    this.telephony = telephony;
    this.entries = entries;
    this.chats = chats;
    this.visitors = visitors;
    this.limits = limits;
  }

  void raise(ChatSocket socket, Greeted greeted, FromVisitor.Call wish) {
    try {
      var key = greeted.visitor();
      var service = calledFrom(socket);
      if (service == null) refuse(socket, wish.id(), End.NOT_OFFERED);
      else if (!mayCall(socket, key)) refuse(socket, wish.id(), End.TOO_MANY);
      else raise(socket, greeted, wish, service);
    } catch (RuntimeException e) {
      LOG.warn("A call from a page could not be raised", e);
      refuse(socket, wish.id(), End.FAILED);
    }
  }

  /// As it is now: the socket may be older than what an administrator has said since. Null: no
  /// calls.
  private @Nullable ServiceId calledFrom(ChatSocket socket) {
    var opened = socket.opened;
    return entries
        .find(opened.workspace(), opened.entry().slug())
        .map(ChatEntry::calls)
        .orElse(null);
  }

  private boolean mayCall(ChatSocket socket, Visitors.Key key) {
    return limits.take(Limit.CALLS_OF_VISITOR, key.workspace() + " " + key.visitor()).isZero()
        && limits.take(Limit.CALLS_FROM_ADDRESS, socket.address()).isZero();
  }

  private void raise(ChatSocket socket, Greeted greeted, FromVisitor.Call wish, ServiceId service) {
    var key = greeted.visitor();
    var call = new Call(wish.id());
    var before = live.put(key, call);
    if (before != null) before.end();
    var raised =
        telephony
            .getObject()
            .raise(
                key.workspace(),
                wanted(socket, greeted, wish, service),
                standing -> stands(key, call, standing));
    switch (raised) {
      case Raised.Refused(var why) -> {
        live.remove(key, call);
        refuse(socket, wish.id(), why);
      }
      case Raised.Connecting(var hangUp, var answer) -> {
        call.hangUp = hangUp;
        if (live.get(key) != call) hangUp.run();
        else socket.tell(new Happened.Said(new ToVisitor.CallAnswer(wish.id(), answer)));
      }
    }
  }

  private Wanted wanted(
      ChatSocket socket, Greeted greeted, FromVisitor.Call wish, ServiceId service) {
    var key = greeted.visitor();
    var entry = socket.opened.entry();
    return new Wanted(
        key.visitor(),
        service,
        entry.id().value(),
        entry.slug(),
        chats.language(key.workspace(), greeted.language(), entry.language()),
        Chats.claims(wish.answers()),
        wish.sdp());
  }

  private void stands(Visitors.Key key, Call call, Standing standing) {
    call.standing = standing;
    if (standing instanceof Standing.Ended) live.remove(key, call);
    visitors.tell(key, new Happened.Called(call.id, standing));
  }

  void hangUp(Greeted greeted, UUID id) {
    var call = live.get(greeted.visitor());
    if (call != null && call.id.equals(id)) call.end();
  }

  /// A line that was away hears how the call stands that goes on.
  void remind(ChatSocket socket) {
    var greeted = socket.greeted;
    var call = greeted == null ? null : live.get(greeted.visitor());
    var standing = call == null ? null : call.standing;
    if (call != null && standing != null) socket.tell(new Happened.Called(call.id, standing));
  }

  private static void refuse(ChatSocket socket, UUID id, End why) {
    socket.tell(new Happened.Called(id, new Standing.Ended(why)));
  }
}
