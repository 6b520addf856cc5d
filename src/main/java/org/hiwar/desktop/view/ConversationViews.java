package org.hiwar.desktop.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.conversation.Conversation;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageStore;
import org.hiwar.conversation.WholeConversation;
import org.hiwar.desktop.wire.CallView;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.InteractionView;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.PostponementView;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Reads conversations with all that a desk shows of them.
final class ConversationViews {
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final Catalogs catalogs;
  private final MessageViews messageViews;
  private final CallSource calls;
  private final AccountNames accounts;
  private final Postponements postponements;

  ConversationViews(
      ConversationStore conversations,
      MessageStore messages,
      Catalogs catalogs,
      MessageViews messageViews,
      CallSource calls,
      AccountNames accounts,
      Postponements postponements) {
    this.conversations = conversations;
    this.messages = messages;
    this.catalogs = catalogs;
    this.messageViews = messageViews;
    this.calls = calls;
    this.accounts = accounts;
    this.postponements = postponements;
  }

  /// What the database knows of them now, by id; in as many statements for hundreds as for one.
  List<ConversationRows> read(WorkspaceId workspace, Set<ConversationId> wanted) {
    var all = conversations.whole(workspace, wanted);
    var said = messages(workspace, all);
    var setAside =
        postponements.of(
            workspace, all.stream().flatMap(one -> one.interactions().stream()).toList());
    return all.stream()
        .map(
            one ->
                new ConversationRows(
                    one.conversation(),
                    one.contact(),
                    one.interactions(),
                    said.getOrDefault(one.conversation().id(), List.of()),
                    ofThese(setAside, one.interactions()),
                    one.transfers(),
                    one.participants(),
                    0))
        .toList();
  }

  private static Map<InteractionId, List<PostponementView>> ofThese(
      Map<InteractionId, List<PostponementView>> setAside, List<Interaction> interactions) {
    var theirs = new HashMap<>(setAside);
    theirs.keySet().retainAll(interactions.stream().map(Interaction::id).toList());
    return theirs;
  }

  /// Of a conversation without messages none are read: the first one that is stored now is
  /// announced.
  private Map<ConversationId, List<MessageView>> messages(
      WorkspaceId workspace, List<WholeConversation> all) {
    var begun =
        all.stream()
            .map(WholeConversation::conversation)
            .filter(c -> c.lastSeq() > 0)
            .map(Conversation::id)
            .toList();
    var withFiles =
        all.stream()
            .filter(ConversationViews::mayHaveFiles)
            .map(one -> one.conversation().id())
            .collect(Collectors.toSet());
    return messageViews.ofEach(
        workspace,
        messages.lastOfEach(workspace, begun, ConversationView.MESSAGES),
        withFiles::contains);
  }

  private static boolean mayHaveFiles(WholeConversation whole) {
    return whole.interactions().stream()
        .anyMatch(i -> i.account() != null || i.medium() == Medium.CHAT);
  }

  /// @param agent whose desk it is
  /// @param held what the agent has of it
  /// @param shown the view before, which may have more messages than were read; null: none
  ConversationView view(
      WorkspaceId workspace,
      UserId agent,
      ConversationRows rows,
      Held held,
      @Nullable ConversationView shown) {
    var c = rows.conversation();
    var leading =
        rows.interactions().stream()
            .filter(i -> i.id().equals(held.first()))
            .findFirst()
            .orElseThrow();
    var newer = shown != null && shown.lastSeq() > rows.lastSeq() ? shown : null;
    boolean guest = held.guest();
    long read = guest ? rows.readBy(agent) : c.agentReadSeq();
    return new ConversationView(
        c.id(),
        c.version(),
        rows.contact(),
        catalogs.of(workspace).service(leading.service()),
        held.state(),
        guest,
        c.openedAt(),
        held.since(),
        parts(workspace, agent, rows, held),
        newer == null ? rows.lastSeq() : newer.lastSeq(),
        shown == null || shown.guest() != guest ? read : Math.max(read, shown.readSeq()),
        newer == null ? rows.messages() : newer.messages());
  }

  /// The view of somebody who only looks at it, with all as read. Of a call they see that it is
  /// there.
  ConversationView seen(WorkspaceId workspace, UserId by, ConversationRows rows) {
    var c = rows.conversation();
    var parts = rows.interactions();
    var leading = parts.stream().filter(i -> i.endedAt() == null).findFirst().orElseThrow();
    var accepted = leading.acceptedAt();
    return new ConversationView(
        c.id(),
        c.version(),
        rows.contact(),
        catalogs.of(workspace).service(leading.service()),
        parts.stream().anyMatch(i -> i.endedAt() == null && i.live())
            ? ConversationView.State.ACTIVE
            : ConversationView.State.WRAP_UP,
        true,
        c.openedAt(),
        accepted == null ? leading.arrivedAt() : accepted,
        parts(workspace, by, rows, null),
        rows.lastSeq(),
        rows.lastSeq(),
        rows.messages());
  }

  /// @param held null: they only look
  private List<InteractionView> parts(
      WorkspaceId workspace, UserId agent, ConversationRows rows, @Nullable Held held) {
    var catalog = catalogs.of(workspace);
    return rows.interactions().stream()
        .map(
            i ->
                InteractionViews.of(
                    i,
                    agent,
                    held == null ? null : held.work().get(i.id()),
                    held == null ? null : held.visits().get(i.id()),
                    ParticipantViews.other(workspace, i.agent(), agent, catalogs),
                    catalog,
                    held == null ? null : call(workspace, i),
                    accounts.of(workspace, i.account()),
                    rows.postponements().getOrDefault(i.id(), List.of()),
                    TransferViews.of(
                        workspace, rows.transfers().getOrDefault(i.id(), List.of()), catalogs),
                    ParticipantViews.of(
                        workspace, rows.participants().getOrDefault(i.id(), List.of()), catalogs)))
        .toList();
  }

  private @Nullable CallView call(WorkspaceId workspace, Interaction i) {
    return i.medium() == Medium.VOICE ? calls.call(workspace, i.id()).orElse(null) : null;
  }
}
