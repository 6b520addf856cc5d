package org.hiwar.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hiwar.conversation.Letter.Envelope;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.WorkspaceId;

/// The door through which every message is stored, one writer per workspace behind it.
///
/// An answer tells what is true: *stored*, *refused*, or *unavailable*, which means not stored.
/// While the database is away and nobody knows whether it committed, there is no answer yet; a
/// caller who will not wait longer must say so and not that it failed, and may send the same
/// message again, under the same client id, as often as it likes. A future that ends exceptionally
/// was cut off by the end of this process.
public final class Messages implements AutoCloseable {
  private static final long SWEEP_MS = 250;

  private final DataSource source;
  private final Ids ids;
  private final Clock clock;
  private final Duration keptIdle;
  private final Listeners listeners = new Listeners();
  private final Map<WorkspaceId, Running> writers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("messages-patience").factory());

  private record Running(MessageWriter writer, Thread thread) {}

  /// `source` makes a new connection for each writer, which keeps it while it is wanted: no pool.
  public Messages(DataSource source, Ids ids, Clock clock) {
    this(source, ids, clock, ConversationLimits.KEPT_IDLE);
  }

  Messages(DataSource source, Ids ids, Clock clock, Duration keptIdle) {
    this.source = source;
    this.keptIdle = keptIdle;
    this.ids = ids;
    this.clock = clock;
    timer.scheduleWithFixedDelay(this::sweep, SWEEP_MS, SWEEP_MS, TimeUnit.MILLISECONDS);
  }

  public void listen(MessageListener listener) {
    listeners.messages.add(listener);
  }

  public void listen(ArrivalListener listener) {
    listeners.arrivals.add(listener);
  }

  public void listen(ContactListener listener) {
    listeners.contacts.add(listener);
  }

  /// Who is told of arrivals, whichever way they come in.
  Listeners listeners() {
    return listeners;
  }

  /// Stores a message in a live interaction.
  public CompletableFuture<Sent> send(WorkspaceId workspace, NewMessage message) {
    if (!MessageText.valid(message.text()))
      return CompletableFuture.completedFuture(new Sent.Refused(Refusal.INVALID_TEXT));
    return writer(workspace).post(new Letter.Send(message, Envelope.now()));
  }

  /// Takes in what a customer sent: it joins what is going on or begins an interaction.
  public CompletableFuture<Sent> receive(WorkspaceId workspace, Inbound item) {
    if (!MessageText.valid(item.text()))
      return CompletableFuture.completedFuture(new Sent.Refused(Refusal.INVALID_TEXT));
    return writer(workspace).post(new Letter.Receive(item, Envelope.now()));
  }

  /// Whether what is sent now is likely to be stored: the database was reached within the last
  /// second or so.
  public boolean healthy(WorkspaceId workspace) {
    return writer(workspace).healthy();
  }

  private MessageWriter writer(WorkspaceId workspace) {
    return writers.computeIfAbsent(workspace, this::start).writer();
  }

  private Running start(WorkspaceId workspace) {
    var writer =
        new MessageWriter(
            workspace,
            new WriterConnection(source, workspace, ids, clock),
            listeners,
            ids,
            clock,
            keptIdle);
    return new Running(writer, Thread.ofVirtual().name("messages-" + workspace).start(writer));
  }

  private void sweep() {
    long deadline = System.nanoTime() - ConversationLimits.PATIENCE.toNanos();
    writers.values().forEach(running -> running.writer().giveUpOn(deadline));
  }

  /// Finishes what is under way.
  @Override
  public void close() {
    timer.shutdownNow();
    writers.values().forEach(running -> running.writer().stop());
    for (var running : writers.values())
      try {
        running.thread().join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
  }
}
