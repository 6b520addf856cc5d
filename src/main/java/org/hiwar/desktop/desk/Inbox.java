package org.hiwar.desktop.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Message;
import org.hiwar.desktop.wire.Choice;
import org.jspecify.annotations.Nullable;

/// What a desk has to look at, gathered until its thread comes for it. Marks are sets, so the same
/// thing said a thousand times is looked at once; nothing here grows without a limit, and no caller
/// ever waits.
final class Inbox {

  /// Everything that gathered since the last turn. `errands` run after the events, on the desk's
  /// thread.
  static final class Turn {
    boolean everything;
    boolean agent;
    /// Null: they are as they were.
    @Nullable List<Choice> reasons;
    final Set<ConversationId> conversations = new LinkedHashSet<>();
    final Set<Long> keys = new LinkedHashSet<>();
    final Set<ConversationId> live = new LinkedHashSet<>();
    final Set<Long> calls = new LinkedHashSet<>();
    final List<Marks.Given> given = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    final Map<ConversationId, Long> reads = new LinkedHashMap<>();
    final Set<ConversationId> typing = new LinkedHashSet<>();
    final Set<ContactId> contacts = new LinkedHashSet<>();
    boolean mentions;
    boolean mentionedAnew;
    final List<Runnable> errands = new ArrayList<>();

    boolean needsTruth() {
      return everything || agent || !conversations.isEmpty() || !live.isEmpty() || !given.isEmpty();
    }

    Marks marks() {
      return new Marks(conversations, live, given);
    }

    private boolean isEmpty() {
      return !needsTruth()
          && reasons == null
          && keys.isEmpty()
          && calls.isEmpty()
          && messages.isEmpty()
          && reads.isEmpty()
          && typing.isEmpty()
          && contacts.isEmpty()
          && !mentions
          && errands.isEmpty();
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Turn next = new Turn();

  void everything() {
    change(() -> next.everything = true);
  }

  void agent() {
    change(() -> next.agent = true);
  }

  /// The last ones that are said count.
  void reasons(List<Choice> reasons) {
    change(() -> next.reasons = reasons);
  }

  void conversation(ConversationId id) {
    change(() -> next.conversations.add(id));
  }

  /// Something with this id, which may be shown: a conversation, an interaction or a contact.
  void key(long id) {
    change(() -> next.keys.add(id));
  }

  /// A call with this id, which may be shown.
  void call(long id) {
    change(() -> next.calls.add(id));
  }

  void accepted(Marks.Given given) {
    change(
        () -> {
          if (next.given.size() < DeskLimits.WAITING_MESSAGES) next.given.add(given);
          else next.keys.add(given.change().interaction().value());
        });
  }

  void stored(Message message) {
    change(
        () -> {
          if (next.messages.size() < DeskLimits.WAITING_MESSAGES) next.messages.add(message);
          else next.conversations.add(message.conversation());
        });
  }

  void read(ConversationId id, long seq) {
    change(() -> next.reads.merge(id, seq, Math::max));
  }

  void typing(ConversationId id) {
    change(() -> next.typing.add(id));
  }

  /// Windows that look at others find out when they look again.
  void contacts(Collection<ContactId> contacts) {
    change(
        () -> {
          for (var contact : contacts)
            if (next.contacts.size() < DeskLimits.WAITING_CONTACTS) next.contacts.add(contact);
        });
  }

  /// What the agent was named in is another by now; `anew`: there is more of it.
  void mentioned(boolean anew) {
    change(
        () -> {
          next.mentions = true;
          next.mentionedAnew |= anew;
        });
  }

  /// False when too many errands wait already.
  boolean errand(boolean afterEverything, Runnable errand) {
    lock.lock();
    try {
      if (next.errands.size() >= DeskLimits.WAITING_ERRANDS) return false;
      next.everything |= afterEverything;
      next.errands.add(errand);
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// What was taken but could not be done comes first in the next turn.
  void putBack(Turn turn) {
    change(
        () -> {
          turn.everything |= next.everything;
          turn.agent |= next.agent;
          if (next.reasons != null) turn.reasons = next.reasons;
          turn.conversations.addAll(next.conversations);
          turn.keys.addAll(next.keys);
          turn.live.addAll(next.live);
          turn.calls.addAll(next.calls);
          turn.given.addAll(next.given);
          turn.typing.addAll(next.typing);
          turn.contacts.addAll(next.contacts);
          turn.mentions |= next.mentions;
          turn.mentionedAnew |= next.mentionedAnew;
          turn.errands.addAll(next.errands);
          turn.conversations.addAll(next.reads.keySet());
          next.messages.forEach(m -> turn.conversations.add(m.conversation()));
          next = turn;
        });
  }

  /// Waits until there is something, or for at most `atMost` nanoseconds; then the turn may be
  /// empty.
  Turn take(long atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost;
      while (next.isEmpty() && left > 0) left = changed.awaitNanos(left);
      var turn = next;
      next = new Turn();
      return turn;
    } finally {
      lock.unlock();
    }
  }

  /// Lets things gather for a moment, without looking.
  static void gather(long nanos) throws InterruptedException {
    if (nanos > 0) TimeUnit.NANOSECONDS.sleep(nanos);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
