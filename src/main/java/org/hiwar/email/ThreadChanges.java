package org.hiwar.email;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.channel.Accounts;
import org.hiwar.channel.AgentFloor;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Matters;
import org.hiwar.conversation.MessageId;
import org.hiwar.email.ThreadChange.Kind;
import org.hiwar.email.ThreadChangeStore.Placed;
import org.hiwar.email.ThreadChangeStore.Summary;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// An agent says that a mail is another matter, that two threads are one, or that it was neither.
/// Two who say so at once come one after the other, and the second sees what the first has done.
@Component
class ThreadChanges {
  private final Accounts accounts;
  private final ThreadChangeStore store;
  private final EmailStore emails;
  private final Threads threads;
  private final Matters matters;
  private final AgentFloor floor;
  private final AuditLog audit;
  private final Ids ids;
  private final Clock clock;

  ThreadChanges(
      Accounts accounts,
      ThreadChangeStore store,
      EmailStore emails,
      Threads threads,
      Matters matters,
      AgentFloor floor,
      AuditLog audit,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.store = store;
    this.emails = emails;
    this.threads = threads;
    this.matters = matters;
    this.floor = floor;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Whose mail, in which of the agent's conversations.
  record Where(
      WorkspaceId workspace, UserId agent, ConversationId conversation, MessageId message) {}

  /// What came of it.
  sealed interface Changed {
    /// @param thread to which the mail belongs now
    record Done(long thread) implements Changed {}

    /// There is no such mail or thread, or its conversation is not this agent's.
    record Unknown() implements Changed {}

    /// All mails of the thread answer this one: nothing would be left.
    record Whole() implements Changed {}

    /// It is so already, or somebody else has changed it in the meantime.
    record Already() implements Changed {}
  }

  /// The mail, and what answers it, is a thread and an interaction of its own from now on.
  Changed split(Where where) {
    var interaction = interaction(where);
    var email = emails.ofMessage(where.workspace(), where.message()).orElse(null);
    if (interaction == null || email == null) return new Changed.Unknown();
    long thread = ids.next();
    var parted =
        store.alone(where.workspace(), email.account(), () -> part(where, email.id(), thread));
    if (parted.isEmpty()) return new Changed.Whole();
    ownInteraction(where, interaction, thread, parted);
    return new Changed.Done(thread);
  }

  /// The messages that were parted; empty: nothing would be left.
  private Set<MessageId> part(Where where, long mail, long thread) {
    var workspace = where.workspace();
    var email = emails.ofMessage(workspace, where.message()).orElseThrow();
    long root = store.root(workspace, email.thread());
    var all = store.mails(workspace, store.group(workspace, root));
    var parted = Parting.withAnswers(all, mail);
    if (parted.size() == all.size()) return Set.of();
    var stay = all.stream().filter(one -> !parted.contains(one)).toList();
    var account = accounts.find(workspace, email.account()).orElseThrow();
    for (var one : parted)
      threads.enter(account, emails.find(workspace, one.id()).orElseThrow(), thread);
    store.part(
        workspace,
        email.account(),
        thread,
        root,
        parted.stream().map(Placed::id).toList(),
        Parting.named(parted, stay));
    note(where, Kind.SPLIT, thread, root, List.of());
    return parted.stream()
        .flatMap(one -> Optional.ofNullable(one.message()).stream())
        .collect(Collectors.toSet());
  }

  /// What goes on is parted as the thread was. Where the floor does not give it, the mails stay
  /// where they are, and the next answer begins an interaction.
  private void ownInteraction(Where where, Interaction old, long thread, Set<MessageId> messages) {
    var workspace = where.workspace();
    if (!old.live()) return;
    if (matters.isAll(workspace, old.id(), messages)) {
      matters.rename(workspace, Objects.requireNonNull(old.thread()), thread, List.of(old.id()));
      matters.tell(workspace, Set.of(where.conversation()));
      return;
    }
    var begun = matters.begin(workspace, where.agent(), old, thread);
    if (begun.isEmpty()) return;
    var given =
        floor.give(
            workspace,
            new AgentFloor.Begun(
                where.agent(), begun.get(), where.conversation(), old.service(), old.medium()));
    switch (given) {
      case DONE -> matters.move(workspace, where.conversation(), messages, old.id(), begun.get());
      case NO_SESSION, NO_SUCH_SERVICE, FULL -> matters.withdraw(workspace, begun.get());
      case UNAVAILABLE -> {}
    }
  }

  /// The thread of the mail belongs to another one of the same contact from now on.
  Changed merge(Where where, long other) {
    var interaction = interaction(where);
    var email = emails.ofMessage(where.workspace(), where.message()).orElse(null);
    if (interaction == null || email == null) return new Changed.Unknown();
    if (!isOfContact(where, interaction, email, other)) return new Changed.Unknown();
    var told = new HashSet<ConversationId>();
    var changed =
        store.alone(
            where.workspace(),
            email.account(),
            () -> {
              var now = emails.ofMessage(where.workspace(), where.message()).orElseThrow();
              return join(where, now.thread(), other, told);
            });
    told.add(where.conversation());
    matters.tell(where.workspace(), told);
    return changed;
  }

  private Changed join(Where where, long thread, long other, Set<ConversationId> told) {
    var workspace = where.workspace();
    long from = store.root(workspace, thread);
    long to = store.root(workspace, other);
    if (from == to) return new Changed.Already();
    store.join(workspace, from, to);
    var renamed = matters.rename(workspace, from, to, List.of());
    renamed.forEach(one -> told.add(one.conversation()));
    note(where, Kind.MERGED, from, to, renamed.stream().map(Matters.Renamed::interaction).toList());
    return new Changed.Done(to);
  }

  private boolean isOfContact(Where where, Interaction interaction, Email email, long other) {
    long root = store.root(where.workspace(), other);
    return root == store.root(where.workspace(), email.thread())
        || others(where.workspace(), interaction, email).stream()
            .anyMatch(one -> one.thread() == root);
  }

  /// The threads to which that of the mail could be joined, the latest first; empty: there is no
  /// such mail, or its conversation is not this agent's.
  Optional<List<Summary>> others(Where where) {
    var interaction = interaction(where);
    var email = emails.ofMessage(where.workspace(), where.message()).orElse(null);
    if (interaction == null || email == null) return Optional.empty();
    long own = store.root(where.workspace(), email.thread());
    return Optional.of(
        others(where.workspace(), interaction, email).stream()
            .filter(one -> one.thread() != own)
            .limit(EmailLimits.THREADS_SHOWN)
            .toList());
  }

  private List<Summary> others(WorkspaceId workspace, Interaction interaction, Email email) {
    return matters.threads(workspace, interaction.contact(), email.account().value()).stream()
        .map(thread -> store.root(workspace, thread))
        .distinct()
        .flatMap(root -> store.summary(workspace, root, store.group(workspace, root)).stream())
        .toList();
  }

  /// What was said last about the thread of the mail does not hold any more.
  Changed undo(Where where) {
    var interaction = interaction(where);
    var email = emails.ofMessage(where.workspace(), where.message()).orElse(null);
    if (interaction == null || email == null) return new Changed.Unknown();
    var told = new HashSet<ConversationId>();
    var doubles = new HashSet<InteractionId>();
    var changed =
        store.alone(
            where.workspace(), email.account(), () -> undo(where, email.thread(), told, doubles));
    if (changed instanceof Changed.Done(long thread)) {
      doubles.forEach(one -> endDouble(where, one, thread));
      home(where, thread);
    }
    told.add(where.conversation());
    matters.tell(where.workspace(), told);
    return changed;
  }

  private Changed undo(
      Where where, long thread, Set<ConversationId> told, Set<InteractionId> doubles) {
    var workspace = where.workspace();
    var last = store.last(workspace, thread).orElse(null);
    if (last == null) return new Changed.Already();
    long now =
        switch (last.kind()) {
          case SPLIT -> back(where, last, told, doubles);
          case MERGED -> apart(workspace, last, told);
        };
    store.undone(workspace, last.id(), where.agent(), clock.instant());
    audit.record(
        workspace,
        where.agent(),
        "email-thread.undone",
        Long.toString(last.thread()),
        Map.of("kind", last.kind(), "other", Long.toString(last.other())));
    return new Changed.Done(now);
  }

  /// A thread that was parted belongs to the other one again.
  ///
  /// @param doubles gets those of this conversation that were about the part: there may be one
  /// about
  ///     the whole beside them
  private long back(
      Where where, ThreadChange split, Set<ConversationId> told, Set<InteractionId> doubles) {
    var workspace = where.workspace();
    long root = store.root(workspace, split.other());
    if (root == store.root(workspace, split.thread())) return root;
    store.join(workspace, split.thread(), root);
    for (var one : matters.rename(workspace, split.thread(), root, List.of())) {
      told.add(one.conversation());
      if (one.conversation().equals(where.conversation())) doubles.add(one.interaction());
    }
    return root;
  }

  /// What went on about the part ends, and its mails go on beside the others of the whole. Where
  /// the floor does not know, both stay: the agent can end it as ever.
  private void endDouble(Where where, InteractionId part, long thread) {
    var whole = matters.live(where.workspace(), part, thread);
    if (whole.isEmpty() || !floor.end(where.workspace(), where.agent(), part)) return;
    matters.moveAll(where.workspace(), where.conversation(), part, whole.get());
  }

  /// A thread that was joined is one of its own again.
  private long apart(WorkspaceId workspace, ThreadChange merged, Set<ConversationId> told) {
    long root = store.root(workspace, merged.other());
    store.join(workspace, merged.thread(), null);
    if (!merged.interactions().isEmpty())
      matters
          .rename(workspace, root, merged.thread(), merged.interactions())
          .forEach(one -> told.add(one.conversation()));
    return merged.thread();
  }

  /// What came to other interactions of the conversation while threads were one belongs to its own
  /// again.
  private void home(Where where, long thread) {
    var workspace = where.workspace();
    var mails = store.mails(workspace, store.group(workspace, thread));
    for (var mail : mails)
      if (mail.message() != null) follow(where.workspace(), mail.message(), where, thread);
  }

  private void follow(WorkspaceId workspace, MessageId message, Where where, long thread) {
    var interaction =
        matters.of(workspace, where.agent(), where.conversation(), message).orElse(null);
    if (interaction == null || Objects.equals(interaction.thread(), thread)) return;
    matters
        .live(workspace, interaction.id(), thread)
        .ifPresent(
            to ->
                matters.move(
                    workspace, where.conversation(), Set.of(message), interaction.id(), to));
  }

  private void note(
      Where where, Kind kind, long thread, long other, List<InteractionId> interactions) {
    store.add(
        where.workspace(),
        new ThreadChange(
            ids.next(), kind, thread, other, interactions, where.agent(), clock.instant()));
    audit.record(
        where.workspace(),
        where.agent(),
        kind == Kind.SPLIT ? "email-thread.split" : "email-thread.merged",
        Long.toString(thread),
        Map.of("other", Long.toString(other)));
  }

  private @Nullable Interaction interaction(Where where) {
    return matters
        .of(where.workspace(), where.agent(), where.conversation(), where.message())
        .orElse(null);
  }
}
