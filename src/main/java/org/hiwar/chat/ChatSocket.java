package org.hiwar.chat;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Sender;
import org.hiwar.contact.Trust;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// One open widget. What happened is put into its bounded outbox by any thread and never blocks it;
/// one drain at a time turns it into frames and writes them, in order. Whoever reads too slowly is
/// cut off and comes back to a snapshot.
final class ChatSocket {
  private static final Logger LOG = LoggerFactory.getLogger(ChatSocket.class);

  private final WebSocketSession session;
  private final Executor drains;
  private final Queue<Happened> outbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean draining = new AtomicBoolean();
  /// What this socket sent and has not been answered: its own messages are answered, not told.
  private final Set<UUID> unanswered = ConcurrentHashMap.newKeySet();
  private volatile boolean welcomed;
  private volatile boolean closed;
  private volatile long heardAt = System.nanoTime();
  final long openedAt = System.nanoTime();
  final ChatDoor.Opened opened;
  final Permits sends = new Permits(ChatLimits.SENDS_AT_ONCE, ChatLimits.SEND_EVERY, openedAt);
  final Permits frames = new Permits(ChatLimits.FRAMES_AT_ONCE, ChatLimits.FRAME_EVERY, openedAt);
  final Permits typing = new Permits(1, ChatLimits.TYPING_EVERY, openedAt);
  /// The last thing asked of the writer; what has to come after it waits for it.
  volatile CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);
  volatile @Nullable Greeted greeted;
  private @Nullable Boolean doors;

  /// Who it is, since its hello. `language` as the page has it, null when unknown; `identity` as
  /// the site attests it, null when it attests nobody.
  record Greeted(
      Visitors.Key visitor,
      ChatView view,
      @Nullable String language,
      @Nullable SiteIdentity identity,
      long at) {
    Sender sender(@Nullable String spoken) {
      var address = new Address(AddressKind.VISITOR, visitor.visitor(), Trust.ATTESTED);
      return identity == null
          ? new Sender(address, List.of(), null, spoken)
          : new Sender(address, identity.addresses(), identity.name(), spoken);
    }
  }

  ChatSocket(WebSocketSession session, ChatDoor.Opened opened, Executor drains) {
    this.session = session;
    this.opened = opened;
    this.drains = drains;
  }

  String address() {
    var remote = session.getRemoteAddress();
    return remote == null ? "" : remote.getAddress().getHostAddress();
  }

  /// Tells the widget of something, after the welcome. Never blocks.
  void tell(Happened event) {
    if (closed
        || event instanceof Happened.Wrote(var message) && unanswered.contains(message.clientId()))
      return;
    if (waiting.incrementAndGet() > ChatLimits.OUTBOX) {
      cut();
      return;
    }
    outbox.add(event);
    if (welcomed) wake();
  }

  /// The service is in its hours, or is not. No news the second time. Asked by one thread.
  void doors(boolean open) {
    if (Boolean.valueOf(open).equals(doors)) return;
    doors = open;
    tell(new Happened.Said(new ToVisitor.Doors(open)));
  }

  void sending(UUID id) {
    unanswered.add(id);
  }

  void answer(UUID id, ToVisitor frame) {
    tell(new Happened.Said(frame));
    unanswered.remove(id);
  }

  /// The first frames; what was told meanwhile follows.
  void welcome(Iterable<ToVisitor> first) throws IOException {
    for (var frame : first) session.sendMessage(new TextMessage(ToVisitor.json(frame)));
    welcomed = true;
    wake();
  }

  boolean isWelcomed() {
    return welcomed;
  }

  private void wake() {
    if (!outbox.isEmpty() && draining.compareAndSet(false, true)) drains.execute(this::drain);
  }

  private void drain() {
    try {
      var now = greeted;
      for (var next = outbox.poll(); next != null && now != null && !closed; next = outbox.poll()) {
        waiting.decrementAndGet();
        var frame = now.view().apply(next);
        if (frame.isPresent()) session.sendMessage(new TextMessage(ToVisitor.json(frame.get())));
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("a widget is gone", e);
      cut();
    } finally {
      draining.set(false);
      if (!closed) wake();
    }
  }

  /// Asks again on another thread; whoever answered may not be kept waiting.
  <T> CompletableFuture<T> later(Supplier<CompletableFuture<T>> question) {
    return CompletableFuture.supplyAsync(question, drains).thenCompose(answer -> answer);
  }

  void soon(Runnable work) {
    drains.execute(work);
  }

  void heard() {
    heardAt = System.nanoTime();
  }

  /// Asks for a sign of life, and ends what has given none.
  void beat(long now) {
    boolean silent = now - heardAt > ChatLimits.SILENCE.toNanos();
    boolean late = !welcomed && now - openedAt > ChatLimits.HELLO.toNanos();
    if (silent || late) cut();
    else if (welcomed) drains.execute(this::ping);
  }

  private void ping() {
    try {
      session.sendMessage(new PingMessage());
    } catch (IOException | RuntimeException e) {
      LOG.debug("a widget is gone", e);
      cut();
    }
  }

  /// Ends it at once: a polite goodbye would wait behind what the other side does not read.
  void cut() {
    close(CloseStatus.SESSION_NOT_RELIABLE);
  }

  void close(CloseStatus why) {
    if (closed) return;
    closed = true;
    drains.execute(() -> Closing.close(session, why));
  }

  void closedByPeer() {
    closed = true;
  }
}
