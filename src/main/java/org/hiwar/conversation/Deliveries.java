package org.hiwar.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// How messages that go out by an account stand, and who hears of it. The states only go forwards;
/// only what has failed can be had tried again.
///
/// Each change may be asked for again after an error, and has to be: the database may have made it
/// although the answer was lost, and then the repeat tells of it.
@Component
public class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private final DeliveryStore store;
  private final Clock clock;
  private final List<DeliveryListener> listeners = new CopyOnWriteArrayList<>();
  /// What was asked for, of which nobody knows whether it was done: [Told] and [Again].
  private final Set<Object> doubtful = ConcurrentHashMap.newKeySet();

  private record Told(WorkspaceId workspace, long account, String externalId) {}

  private record Again(WorkspaceId workspace, ConversationId conversation, long seq) {}

  public Deliveries(Database database, Clock clock) {
    store = new DeliveryStore(database);
    this.clock = clock;
  }

  public void listen(DeliveryListener listener) {
    listeners.add(listener);
  }

  /// What has to go out now, the first of each recipient of each account; `without` are those that
  /// are on their way.
  public List<Due> due(WorkspaceId workspace, Collection<MessageId> without, int limit) {
    return store.due(workspace, clock.instant(), without, limit);
  }

  /// When the next of those that wait has its time, which may have passed; empty: none waits but
  /// `without`.
  public Optional<Instant> nextAt(WorkspaceId workspace, Collection<MessageId> without) {
    return store.nextAt(workspace, without);
  }

  /// The provider has it, and calls it by this name; empty: by none.
  public void sent(WorkspaceId workspace, MessageId message, String externalId) {
    tellOf(workspace, message, store.sent(workspace, message, externalId, now()));
  }

  /// It will not go out.
  public void failed(WorkspaceId workspace, MessageId message, String code, String detail) {
    tellOf(workspace, message, store.failed(workspace, message, code, detail, now()));
  }

  /// It is tried again after a pause.
  public void later(
      WorkspaceId workspace, MessageId message, String code, String detail, Duration pause) {
    tellOf(workspace, message, store.later(workspace, message, code, detail, now(), pause));
  }

  /// What the provider tells of a message. False: the account has sent nothing by this name, or it
  /// is not known yet.
  public boolean told(
      WorkspaceId workspace,
      long account,
      String externalId,
      DeliveryState state,
      @org.jspecify.annotations.Nullable String failure) {
    var why = state == DeliveryState.FAILED && failure == null ? "failed" : failure;
    var asked = new Told(workspace, account, externalId);
    Supplier<List<DeliveryChange>> news =
        () -> store.told(workspace, account, externalId, new Delivery(state, why, now()));
    var changes = certain(asked, news);
    boolean known = !changes.isEmpty() || store.knows(workspace, account, externalId);
    // It may have become known between the two: then nothing has been changed yet.
    if (known && changes.isEmpty()) changes = certain(asked, news);
    if (changes.isEmpty() && doubtful.contains(asked))
      changes = store.standing(workspace, account, externalId);
    changes.forEach(change -> tell(workspace, Optional.of(change)));
    doubtful.remove(asked);
    return known;
  }

  /// Has a message tried again that has failed. False: it has not.
  public boolean again(WorkspaceId workspace, ConversationId conversation, long seq) {
    var asked = new Again(workspace, conversation, seq);
    var change = certain(asked, () -> store.again(workspace, conversation, seq, now()));
    if (change.isEmpty() && doubtful.contains(asked))
      change = store.standing(workspace, conversation, seq);
    doubtful.remove(asked);
    tell(workspace, change);
    return change.isPresent();
  }

  /// Notes what fails, so that its repeat tells what it finds done.
  private <T> T certain(Object asked, Supplier<T> change) {
    try {
      return change.get();
    } catch (RuntimeException e) {
      doubtful.add(asked);
      throw e;
    }
  }

  /// What has failed, the last ones first.
  public List<FailedDelivery> failed(WorkspaceId workspace) {
    return store.failed(workspace, ConversationLimits.PAGE);
  }

  private Instant now() {
    return Micros.now(clock);
  }

  /// What does not wait any more was settled before; whether that was told, nobody knows.
  private void tellOf(WorkspaceId workspace, MessageId message, Optional<DeliveryChange> change) {
    tell(workspace, change.or(() -> store.standing(workspace, message)));
  }

  private void tell(WorkspaceId workspace, Optional<DeliveryChange> change) {
    if (change.isEmpty()) return;
    for (var listener : listeners)
      try {
        listener.changed(workspace, List.of(change.get()));
      } catch (RuntimeException e) {
        LOG.error("A listener of deliveries failed", e);
      }
  }
}
