package org.hiwar.desktop.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.conversation.Conversation;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.MessageStore;
import org.hiwar.desktop.wire.CallView;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Reads conversations with all that a desk shows of them.
final class ConversationViews {
  private final ConversationStore conversations;
  private final InteractionStore interactions;
  private final MessageStore messages;
  private final ContactStore contacts;
  private final Catalogs catalogs;
  private final MessageViews messageViews;
  private final CallSource calls;

  ConversationViews(
      ConversationStore conversations,
      InteractionStore interactions,
      MessageStore messages,
      ContactStore contacts,
      Catalogs catalogs,
      MessageViews messageViews,
      CallSource calls) {
    this.conversations = conversations;
    this.interactions = interactions;
    this.messages = messages;
    this.contacts = contacts;
    this.catalogs = catalogs;
    this.messageViews = messageViews;
    this.calls = calls;
  }

  /// By id. `held` says which, and what the agent has of each.
  List<ConversationView> read(WorkspaceId workspace, Map<ConversationId, Held> held) {
    if (held.isEmpty()) return List.of();
    var found = conversations.find(workspace, held.keySet());
    var parts =
        interactions.ofConversations(workspace, held.keySet()).stream()
            .collect(Collectors.groupingBy(Interaction::conversation));
    var people = contacts.summaries(workspace, found.stream().map(Conversation::contact).toList());
    var views = new ArrayList<ConversationView>(found.size());
    for (var conversation : found) {
      var contact = people.get(conversation.contact());
      if (contact == null)
        throw new IllegalStateException("conversation " + conversation.id() + " has no contact");
      views.add(
          view(
              workspace,
              conversation,
              contact,
              parts.getOrDefault(conversation.id(), List.of()),
              held));
    }
    return views;
  }

  private ConversationView view(
      WorkspaceId workspace,
      Conversation c,
      ContactSummary contact,
      Collection<Interaction> parts,
      Map<ConversationId, Held> all) {
    var held = all.get(c.id());
    if (held == null) throw new IllegalStateException("not asked for: " + c.id());
    var catalog = catalogs.of(workspace);
    var leading = parts.stream().filter(i -> i.id().equals(held.first())).findFirst().orElseThrow();
    var last =
        messages.before(workspace, c.id(), Long.MAX_VALUE, ConversationView.MESSAGES).stream()
            .map(m -> messageViews.of(workspace, m))
            .toList();
    // The messages are read after the conversation: there may be one more than it counted.
    long lastSeq = last.isEmpty() ? c.lastSeq() : last.getLast().seq();
    return new ConversationView(
        c.id(),
        c.version(),
        contact,
        catalog.service(leading.service()),
        held.state(),
        c.openedAt(),
        held.since(),
        parts.stream()
            .map(i -> InteractionViews.of(i, held.work().get(i.id()), catalog, call(workspace, i)))
            .toList(),
        lastSeq,
        c.agentReadSeq(),
        last);
  }

  private @Nullable CallView call(WorkspaceId workspace, Interaction i) {
    return i.medium() == Medium.VOICE ? calls.call(workspace, i.id()).orElse(null) : null;
  }
}
