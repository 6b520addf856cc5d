package org.hiwar.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.CustomersChange;
import org.hiwar.conversation.Deliveries;
import org.hiwar.conversation.Inbound;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageChanges;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.NewMessage;
import org.hiwar.conversation.Refusal;
import org.hiwar.conversation.SenderStore;
import org.hiwar.conversation.Sent;
import org.hiwar.platform.database.Away;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one item and takes in what is in it. May be done again at any point of it: what is stored
/// already is found, and nothing is doubled.
final class TakingIn {
  private static final Logger LOG = LoggerFactory.getLogger(TakingIn.class);

  private final Accounts accounts;
  private final Channels channels;
  private final Messages messages;
  private final Deliveries deliveries;
  private final MessageFiles files;
  private final SenderStore senders;
  private final MessageChanges changes;

  TakingIn(
      Accounts accounts,
      Channels channels,
      Messages messages,
      Deliveries deliveries,
      MessageFiles files,
      SenderStore senders,
      MessageChanges changes) {
    this.accounts = accounts;
    this.channels = channels;
    this.messages = messages;
    this.deliveries = deliveries;
    this.files = files;
    this.senders = senders;
    this.changes = changes;
  }

  /// An item that has been understood.
  sealed interface Read {
    RawItem item();

    /// Nobody has to be asked: it is nothing, or set aside.
    record Settled(RawItem item, InboxStore.Done done) implements Read {}

    /// What it needs for that is not there now, as far as one can know.
    record NotNow(RawItem item, String detail) implements Read {}

    record Understood(RawItem item, Account account, Channel channel, Reading.Content content)
        implements Read {
      /// What one sender sends by it goes in one after the other.
      Set<String> senders() {
        var senders = new HashSet<String>();
        content
            .messages()
            .forEach(m -> senders.add(account.id() + " " + m.from().address().value()));
        return senders;
      }
    }
  }

  /// What came of taking an item in.
  sealed interface Taken {
    record Done(InboxStore.Done done) implements Taken {}

    /// It has to be tried again, and set aside with this code when that has been done often enough.
    record Failed(String code, String detail) implements Taken {}

    /// It tells of a message that we do not know to have sent, perhaps not yet.
    record TooEarly() implements Taken {}

    /// The database is away, as far as one can know.
    record NotNow(String detail) implements Taken {}
  }

  /// Whatever is wrong with an item: the others can be read.
  Read read(WorkspaceId workspace, RawItem item) {
    try {
      return understood(workspace, item);
    } catch (OutOfMemoryError e) {
      return new Read.NotNow(item, e.toString());
    } catch (RuntimeException | Error e) {
      return e instanceof RuntimeException failure && Away.caused(failure)
          ? new Read.NotNow(item, e.toString())
          : aside(item, "unreadable", e.toString());
    }
  }

  private Read understood(WorkspaceId workspace, RawItem item) {
    var account = accounts.find(workspace, item.account());
    if (account.isEmpty()) return aside(item, "no-account", "");
    var channel = channels.find(account.get().channel());
    if (channel.isEmpty()) return aside(item, "no-channel", account.get().channel());
    return switch (channel.get().read(account.get(), item)) {
      case Reading.Nothing(String code) ->
          new Read.Settled(item, InboxStore.Done.nothing(item.id(), code));
      case Reading.Aside(String code, String detail) -> aside(item, code, detail);
      case Reading.Content content ->
          new Read.Understood(item, account.get(), channel.get(), content);
    };
  }

  private static Read aside(RawItem item, String code, String detail) {
    return new Read.Settled(item, InboxStore.Done.aside(item.id(), code, detail));
  }

  /// With whom of these something goes on, so that what they write goes in together. Where the
  /// database refuses the question because of one of them, nobody: the intake decides each alone.
  Map<SenderStore.Written, SenderStore.Going> going(
      WorkspaceId workspace, List<Read.Understood> all) {
    var written =
        all.stream()
            .flatMap(read -> read.content().messages().stream().map(one -> written(read, one)))
            .toList();
    try {
      return senders.going(workspace, written);
    } catch (RuntimeException e) {
      if (Away.caused(e)) throw e;
      LOG.warn("With whom something goes on was not known: {}", e.toString());
      return Map.of();
    }
  }

  private static SenderStore.Written written(Read.Understood read, Incoming incoming) {
    return new SenderStore.Written(
        read.account().id().value(),
        incoming.from().address().value(),
        incoming.thread(),
        clientId(read.account().id(), incoming.externalId()));
  }

  /// @param going what goes on with its senders
  /// @param last it has been tried often enough: what is not known now will not be known
  Taken take(
      WorkspaceId workspace,
      Read.Understood read,
      Map<SenderStore.Written, SenderStore.Going> going,
      boolean last) {
    try {
      return takeIn(workspace, read, going, last);
    } catch (CompletionException e) {
      return ofDatabase(e)
          ? new Taken.NotNow(e.toString())
          : new Taken.Failed("failed", String.valueOf(e.getCause()));
    } catch (RuntimeException e) {
      return Away.caused(e)
          ? new Taken.NotNow(e.toString())
          : new Taken.Failed("failed", e.toString());
    }
  }

  /// The writer was stopped before it knew; anything else is a fault of its own.
  private static boolean ofDatabase(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof SQLException) return true;
    return false;
  }

  private Taken takeIn(
      WorkspaceId workspace,
      Read.Understood read,
      Map<SenderStore.Written, SenderStore.Going> going,
      boolean last) {
    var stored = new ArrayList<Message>();
    @Nullable Refusal refused = null;
    boolean changed = false;
    for (var incoming : read.content().messages())
      if (isChange(workspace, read, incoming, going.get(written(read, incoming)))) changed = true;
      else
        switch (stored(workspace, read, incoming, going.get(written(read, incoming)))) {
          case Sent.Stored(Message message, _) -> {
            keep(workspace, read, incoming, message);
            stored.add(message);
          }
          case Sent.Refused(var why) -> refused = why;
          case Sent.Unavailable _ -> {
            return new Taken.NotNow("not stored");
          }
        }
    boolean early = false;
    for (var receipt : read.content().receipts())
      if (!deliveries.told(
          workspace,
          read.account().id().value(),
          receipt.externalId(),
          receipt.state(),
          receipt.failure())) early = true;
    long id = read.item().id();
    // another transaction may have been in the way; it will not be each time
    if (refused == Refusal.NOT_STORABLE && !last) return new Taken.Failed(refused.code(), "");
    if (refused != null) return new Taken.Done(InboxStore.Done.aside(id, refused.code(), ""));
    if (early && !last) return new Taken.TooEarly();
    if (changed && stored.isEmpty())
      return new Taken.Done(InboxStore.Done.nothing(id, "message-changed"));
    if (early && stored.isEmpty())
      return new Taken.Done(InboxStore.Done.nothing(id, "unknown-message"));
    return new Taken.Done(InboxStore.Done.taken(id, stored.stream().findFirst()));
  }

  /// Whether it only changes what is shown already.
  private boolean isChange(
      WorkspaceId workspace,
      Read.Understood read,
      Incoming incoming,
      SenderStore.@Nullable Going going) {
    var change = incoming.change();
    if (change == null || going == null) return false;
    return changes.byCustomer(
        workspace,
        new CustomersChange(
            going.conversation(),
            going.interaction(),
            clientId(read.account().id(), change.of()),
            change.text(),
            incoming.writtenAt()));
  }

  /// Into what goes on, if it still does; else the intake decides.
  private Sent stored(
      WorkspaceId workspace,
      Read.Understood read,
      Incoming incoming,
      SenderStore.@Nullable Going going) {
    if (going != null) {
      var message =
          new NewMessage(
              going.conversation(),
              going.interaction(),
              clientId(read.account().id(), incoming.externalId()),
              Author.CUSTOMER,
              incoming.text(),
              incoming.writtenAt(),
              List.of(),
              null);
      var sent = messages.send(workspace, message).join();
      boolean over =
          sent instanceof Sent.Refused(var why)
              && (why == Refusal.CHAT_ENDED || why == Refusal.UNKNOWN_INTERACTION);
      if (!over) return sent;
    }
    return messages.receive(workspace, inbound(read.account(), read.channel(), incoming)).join();
  }

  private void keep(
      WorkspaceId workspace, Read.Understood read, Incoming incoming, Message message) {
    if (!incoming.files().isEmpty()) files.came(workspace, message, incoming.files());
    read.channel().kept(workspace, read.item(), incoming, message);
  }

  private static Inbound inbound(Account account, Channel channel, Incoming incoming) {
    var spoken = account.language() == null ? incoming.from().language() : account.language();
    return new Inbound(
        incoming.from(),
        channel.capabilities().medium(),
        channel.name(),
        account.service(),
        account.id().value(),
        incoming.thread(),
        null,
        spoken,
        Inbound.Claims.NONE,
        clientId(account.id(), incoming.externalId()),
        incoming.text(),
        incoming.writtenAt());
  }

  /// The same for the same message, however often and in whatever item it comes.
  static UUID clientId(AccountId account, String externalId) {
    return UUID.nameUUIDFromBytes((account + " " + externalId).getBytes(UTF_8));
  }
}
