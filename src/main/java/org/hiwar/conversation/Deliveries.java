package org.hiwar.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// How messages that go out by an account stand, and who hears of it. The states only go forwards;
/// only what has failed can be had tried again.
@Component
public class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private final DeliveryStore store;
  private final Clock clock;
  private final List<DeliveryListener> listeners = new CopyOnWriteArrayList<>();

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
    tell(workspace, store.sent(workspace, message, externalId, now()));
  }

  /// It will not go out.
  public void failed(WorkspaceId workspace, MessageId message, String code, String detail) {
    tell(workspace, store.failed(workspace, message, code, detail, now()));
  }

  /// It is tried again after a pause.
  public void later(
      WorkspaceId workspace, MessageId message, String code, String detail, Duration pause) {
    tell(workspace, store.later(workspace, message, code, detail, now(), pause));
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
    var changes = store.told(workspace, account, externalId, new Delivery(state, why, now()));
    changes.forEach(change -> tell(workspace, Optional.of(change)));
    return !changes.isEmpty() || store.knows(workspace, account, externalId);
  }

  /// Has a message tried again that has failed. False: it has not.
  public boolean again(WorkspaceId workspace, ConversationId conversation, long seq) {
    var change = store.again(workspace, conversation, seq, now());
    tell(workspace, change);
    return change.isPresent();
  }

  /// What has failed, the last ones first.
  public List<FailedDelivery> failed(WorkspaceId workspace) {
    return store.failed(workspace, ConversationLimits.PAGE);
  }

  private Instant now() {
    return Micros.now(clock);
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
