package org.hiwar.messenger;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.conversation.Attachment;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.Message;
import org.hiwar.messenger.Fetching.Fetched;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The files of customers: a message is shown at once with what is still to come, and the file
/// follows. What a crash interrupts is asked for again.
@Component
public class MessengerFiles {
  private static final Logger LOG = LoggerFactory.getLogger(MessengerFiles.class);

  private final FileStore store;
  private final Attachments attachments;
  private final Accounts accounts;
  private final ObjectProvider<Fetching> messengers;
  private final Clock clock;
  /// Where files may be waiting, as far as this process knows.
  private final Set<WorkspaceId> active = ConcurrentHashMap.newKeySet();

  /// The messengers stand above this, and are asked for when they are needed.
  MessengerFiles(
      FileStore store,
      Attachments attachments,
      Accounts accounts,
      ObjectProvider<Fetching> messengers,
      Clock clock) {
    this.store = store;
    this.attachments = attachments;
    this.accounts = accounts;
    this.messengers = messengers;
    this.clock = clock;
  }

  /// A message has files. Done again, it changes nothing.
  public void came(WorkspaceId workspace, AccountId account, Message message, List<Coming> files) {
    if (files.isEmpty()) return;
    var announced =
        attachments.announced(workspace, message, files.stream().map(Coming::name).toList());
    for (int i = 0; i < Math.min(files.size(), announced.size()); i++)
      switch (announced.get(i).state()) {
        case PENDING -> await(workspace, account, announced.get(i), files.get(i).source());
        case READY, FAILED -> {}
      }
  }

  private void await(
      WorkspaceId workspace, AccountId account, Attachment file, Coming.Source source) {
    switch (source) {
      case Coming.Here(var content) -> {
        var unused = attachments.fetched(workspace, file.id(), content);
      }
      case Coming.Elsewhere(var reference)
          when reference.length() > MessengerLimits.REFERENCE_CHARACTERS -> {
        var unused = attachments.lost(workspace, file.id());
      }
      case Coming.Elsewhere(var reference) -> {
        store.add(workspace, file.id(), account, reference, clock.instant());
        active.add(workspace);
      }
    }
  }

  Set<WorkspaceId> active() {
    return Set.copyOf(active);
  }

  /// Asks for everything that is due, a few files at once.
  void round(WorkspaceId workspace) throws InterruptedException {
    active.remove(workspace);
    var due = new ArrayList<>(store.due(workspace, clock.instant()));
    while (!due.isEmpty()) {
      var some = due.subList(0, Math.min(MessengerLimits.FETCHERS, due.size()));
      var threads =
          some.stream().map(one -> Thread.ofVirtual().start(() -> fetch(workspace, one))).toList();
      for (var thread : threads) thread.join();
      some.clear();
    }
    if (store.any(workspace)) active.add(workspace);
  }

  private void fetch(WorkspaceId workspace, FileStore.Waiting waiting) {
    try {
      switch (asked(workspace, waiting)) {
        case Fetched.Content(var content) -> {
          var unused = attachments.fetched(workspace, waiting.attachment(), content);
          store.remove(workspace, waiting.attachment());
        }
        case Fetched.Lost _ -> lose(workspace, waiting);
        case Fetched.Later _ -> later(workspace, waiting);
      }
    } catch (RuntimeException e) {
      LOG.warn("A file of workspace {} could not be fetched now: {}", workspace, e.toString());
      later(workspace, waiting);
    }
  }

  /// An account that is switched off is not asked for anything.
  private Fetched asked(WorkspaceId workspace, FileStore.Waiting waiting) {
    var account = accounts.find(workspace, waiting.account());
    if (account.isEmpty()) return new Fetched.Lost();
    if (!account.get().enabled()) return new Fetched.Later();
    return messengers.stream()
        .filter(one -> one.name().equals(account.get().channel()))
        .findFirst()
        .<Fetched>map(one -> one.fetch(account.get(), waiting.reference()))
        .orElseGet(Fetched.Lost::new);
  }

  private void later(WorkspaceId workspace, FileStore.Waiting waiting) {
    int tries = waiting.tries() + 1;
    if (tries >= MessengerLimits.FETCH_TRIES) lose(workspace, waiting);
    else store.tryAgain(workspace, waiting.attachment(), clock.instant().plus(pause(tries)));
  }

  private static Duration pause(int tries) {
    return MessengerLimits.FETCH_PAUSE.multipliedBy(1L << (tries - 1));
  }

  private void lose(WorkspaceId workspace, FileStore.Waiting waiting) {
    var unused = attachments.lost(workspace, waiting.attachment());
    store.remove(workspace, waiting.attachment());
  }
}
