package org.hiwar.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hiwar.conversation.Letter.Envelope;
import org.hiwar.conversation.Letter.Receive;
import org.hiwar.conversation.Letter.Send;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes all messages of one workspace: drains its mailbox, stores what was in it in one
/// transaction, publishes, answers; again. While a transaction is under way the mailbox fills, so a
/// busy writer commits bigger batches instead of slower ones. Because it alone writes and
/// publishes, what it publishes is in order and without a hole.
final class MessageWriter implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);
  private static final long NAP_MS = 500;
  /// A transaction that takes longer shows that the database is not well.
  private static final long SLOW_NANOS = 1_500_000_000;

  private final LinkedBlockingQueue<Letter> mailbox =
      new LinkedBlockingQueue<>(ConversationLimits.MAILBOX);
  private final WorkspaceId workspace;
  private final WriterConnection connection;
  private final Settlement settlement;
  private final Listeners listeners;
  private final Ids ids;
  private final Clock clock;
  private final Duration keptIdle;
  private volatile boolean stopping;
  private volatile boolean failing;
  /// When the writer turned to the database, in the nanoseconds of `System.nanoTime`; 0 while it
  /// does not.
  private volatile long turnedAt;
  /// When somebody last wrote, or asked whether they could, in the nanoseconds of
  /// `System.nanoTime`.
  private volatile long wantedAt = System.nanoTime();

  private record Key(InteractionId interaction, UUID clientId) {}

  MessageWriter(
      WorkspaceId workspace,
      WriterConnection connection,
      Listeners listeners,
      Ids ids,
      Clock clock,
      Duration keptIdle) {
    this.workspace = workspace;
    this.connection = connection;
    this.listeners = listeners;
    this.ids = ids;
    this.clock = clock;
    this.keptIdle = keptIdle;
    settlement = new Settlement(connection, () -> stopping);
  }

  /// Whether what is sent now is likely to be stored.
  boolean healthy() {
    wantedAt = System.nanoTime();
    long since = turnedAt;
    return !failing && (since == 0 || System.nanoTime() - since < SLOW_NANOS);
  }

  /// Answers *unavailable* at once when the mailbox is full.
  CompletableFuture<Sent> post(Letter letter) {
    wantedAt = System.nanoTime();
    boolean posted = !stopping && mailbox.offer(letter);
    boolean tooLate = stopping && letter.envelope().take();
    if (!posted || tooLate) letter.envelope().answer().complete(new Sent.Unavailable());
    return letter.envelope().answer();
  }

  /// Answers what has waited since before `deadline` and was not taken; called by a timer, so that
  /// a writer that hangs at a database that does not answer keeps nobody waiting whose message it
  /// has not begun to store.
  void giveUpOn(long deadline) {
    for (var first = mailbox.peek();
        first != null && first.envelope().postedAt() - deadline < 0;
        first = mailbox.peek()) {
      if (first.envelope().take()) first.envelope().answer().complete(new Sent.Unavailable());
      mailbox.remove(first);
    }
  }

  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    while (!stopping) {
      try {
        var letters = next();
        turnedAt = System.nanoTime();
        if (letters.isEmpty()) idle();
        else store(letters);
        turnedAt = 0;
      } catch (RuntimeException e) {
        LOG.error("The writer of workspace {} failed and goes on", workspace, e);
      }
    }
    for (var left = mailbox.poll(); left != null; left = mailbox.poll())
      if (left.envelope().take()) left.envelope().answer().complete(new Sent.Unavailable());
    connection.close();
  }

  /// Keeps a connection that works for whoever writes next, and none where nobody is.
  private void idle() {
    if (System.nanoTime() - wantedAt < keptIdle.toNanos()) failing = !connection.works();
    else connection.close();
  }

  private List<Letter> next() {
    var letters = new ArrayList<Letter>();
    try {
      var first = mailbox.poll(NAP_MS, TimeUnit.MILLISECONDS);
      if (first == null) return letters;
      letters.add(first);
      mailbox.drainTo(letters, ConversationLimits.BATCH - 1);
    } catch (InterruptedException e) {
      stopping = true;
    }
    letters.removeIf(letter -> !letter.envelope().take());
    return letters;
  }

  /// Arrivals first: what a customer sends next can only be addressed to what its arrival began.
  private void store(List<Letter> letters) {
    var sends = new ArrayList<Send>();
    for (var letter : letters)
      switch (letter) {
        case Receive receive -> receive(receive);
        case Send send -> sends.add(send);
      }
    if (!sends.isEmpty()) send(sends);
  }

  private void receive(Receive letter) {
    var settled = settlement.settle(_ -> connection.intake().takeIn(workspace, letter.item()));
    failing = settled instanceof Settled.NotCommitted;
    switch (settled) {
      case Settled.Committed<Intake.TakenIn>(var taken, boolean repeated) -> {
        boolean news = !taken.duplicate() || repeated;
        if (news) {
          listeners.arrived(workspace, taken.began());
          listeners.claimed(workspace, taken.contact());
          listeners.stored(workspace, List.of(taken.message()));
        }
        letter.envelope().answer().complete(new Sent.Stored(taken.message(), taken.duplicate()));
      }
      case Settled.NotCommitted<Intake.TakenIn>() ->
          letter.envelope().answer().complete(new Sent.Unavailable());
      case Settled.Refused<Intake.TakenIn>(var why) ->
          letter.envelope().answer().complete(refused(why));
      case Settled.Unknown<Intake.TakenIn>(var why) ->
          letter.envelope().answer().completeExceptionally(why);
    }
  }

  /// Stores messages in one transaction; if it is refused, each on its own, so that only the one
  /// that cannot be stored fails.
  private void send(List<Send> sends) {
    var senders = new LinkedHashMap<Key, List<Send>>();
    for (var send : sends)
      senders
          .computeIfAbsent(
              new Key(send.message().interaction(), send.message().clientId()),
              _ -> new ArrayList<>(1))
          .add(send);
    var groups = List.copyOf(senders.values());
    var messages = groups.stream().map(group -> group.getFirst().message()).toList();
    long[] newIds = messages.stream().mapToLong(_ -> ids.next()).toArray();
    var settled =
        settlement.settle(
            db -> new MessageBatch(workspace, messages, newIds, Micros.now(clock)).store(db));
    failing = settled instanceof Settled.NotCommitted;
    switch (settled) {
      case Settled.Committed<List<Sent>>(var answers, boolean repeated) ->
          answer(groups, answers, repeated);
      case Settled.NotCommitted<List<Sent>>() ->
          each(sends, answer -> answer.complete(new Sent.Unavailable()));
      case Settled.Unknown<List<Sent>>(var why) ->
          each(sends, answer -> answer.completeExceptionally(why));
      case Settled.Refused<List<Sent>>(var why) -> {
        if (groups.size() == 1) each(sends, answer -> answer.complete(refused(why)));
        else groups.forEach(this::send);
      }
    }
  }

  private void answer(List<List<Send>> groups, List<Sent> answers, boolean repeated) {
    var news = new ArrayList<Message>(answers.size());
    for (var answer : answers)
      if (answer instanceof Sent.Stored(var message, boolean duplicate) && (!duplicate || repeated))
        news.add(message);
    listeners.stored(workspace, news);
    for (int i = 0; i < groups.size(); i++) {
      var answer = answers.get(i);
      each(groups.get(i), future -> future.complete(answer));
    }
  }

  private static void each(List<Send> sends, Consumer<CompletableFuture<Sent>> word) {
    sends.stream().map(Send::envelope).map(Envelope::answer).forEach(word);
  }

  private Sent refused(Exception why) {
    LOG.error("A message of workspace {} cannot be stored: {}", workspace, Failure.describe(why));
    return new Sent.Refused(Refusal.NOT_STORABLE);
  }
}
