package org.hiwar.channel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The inbox in front of the database. While one transaction is under way the next batch gathers,
/// so that many items cost few transactions. Nobody is answered before the commit.
public final class StoredInbox implements Inbox, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoredInbox.class);
  private static final long NAP_MS = 500;

  private final InboxStore store;
  private final Ids ids;
  private final Clock clock;
  private final Consumer<WorkspaceId> news;
  private final AtomicLong bytes = new AtomicLong();
  private final Map<WorkspaceId, Box> boxes = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private record Posted(RawItem item, CompletableFuture<Kept> answer) {}

  private record Box(LinkedBlockingQueue<Posted> posted, Thread thread) {}

  /// `news` is told where something waits to be read, after the commit; it must not block.
  public StoredInbox(InboxStore store, Ids ids, Clock clock, Consumer<WorkspaceId> news) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
    this.news = news;
  }

  @Override
  public CompletableFuture<Kept> keep(Account account, String externalId, byte[] body) {
    if (body.length > ChannelLimits.ITEM_BYTES) return failed("the item is too large");
    if (externalId.isEmpty()
        || externalId.length() > ChannelLimits.EXTERNAL_ID_CHARACTERS
        || externalId.indexOf('\0') >= 0) return failed("its name is no name");
    var item = new RawItem(ids.next(), account.id(), externalId, body, clock.instant());
    var posted = new Posted(item, new CompletableFuture<>());
    if (closed) return failed("the inbox is closed");
    if (bytes.addAndGet(body.length) > ChannelLimits.BYTES_AT_ONCE
        || !box(account.workspace()).posted().offer(posted)) {
      bytes.addAndGet(-body.length);
      return failed("the inbox is full");
    }
    return posted.answer();
  }

  private static CompletableFuture<Kept> failed(String why) {
    return CompletableFuture.failedFuture(new RejectedExecutionException(why));
  }

  private Box box(WorkspaceId workspace) {
    return boxes.computeIfAbsent(
        workspace,
        _ -> {
          var posted = new LinkedBlockingQueue<Posted>(ChannelLimits.MAILBOX);
          return new Box(
              posted,
              Thread.ofVirtual().name("inbox-" + workspace).start(() -> work(workspace, posted)));
        });
  }

  private void work(WorkspaceId workspace, LinkedBlockingQueue<Posted> posted) {
    while (!closed || !posted.isEmpty()) {
      try {
        var first = posted.poll(NAP_MS, TimeUnit.MILLISECONDS);
        if (first != null) store(workspace, batch(first, posted));
      } catch (InterruptedException _) {
        break;
      }
    }
    for (var left = posted.poll(); left != null; left = posted.poll())
      left.answer().completeExceptionally(new RejectedExecutionException("the inbox is closed"));
  }

  private static List<Posted> batch(Posted first, LinkedBlockingQueue<Posted> posted) {
    var batch = new ArrayList<>(List.of(first));
    long size = first.item().body().length;
    while (batch.size() < ChannelLimits.BATCH && size < ChannelLimits.BATCH_BYTES) {
      var next = posted.poll();
      if (next == null) break;
      batch.add(next);
      size += next.item().body().length;
    }
    return batch;
  }

  /// What the database refuses is tried one by one, so that only the one that cannot be stored
  /// fails.
  private void store(WorkspaceId workspace, List<Posted> batch) {
    try {
      var stored = store.put(workspace, batch.stream().map(Posted::item).toList());
      if (!stored.isEmpty()) news.accept(workspace);
      for (var one : batch)
        answer(one, stored.contains(one.item().id()) ? Kept.STORED : Kept.KNOWN, null);
    } catch (RuntimeException e) {
      if (batch.size() > 1) batch.forEach(one -> store(workspace, List.of(one)));
      else {
        LOG.warn("an item of workspace {} was not stored: {}", workspace, e.toString());
        answer(batch.getFirst(), Kept.KNOWN, e);
      }
      news.accept(workspace); // it may be there: the answer alone may be lost
    }
  }

  private void answer(
      Posted one, Kept kept, @org.jspecify.annotations.Nullable RuntimeException failure) {
    bytes.addAndGet(-one.item().body().length);
    if (failure == null) one.answer().complete(kept);
    else one.answer().completeExceptionally(failure);
  }

  /// Stores what has been posted.
  @Override
  public void close() {
    closed = true;
    for (var box : boxes.values())
      try {
        box.thread().join(5_000);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
  }
}
