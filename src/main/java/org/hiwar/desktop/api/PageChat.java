package org.hiwar.desktop.api;

import java.util.List;
import java.util.Optional;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.AttachmentLimits;
import org.hiwar.conversation.Conversation;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.desktop.view.ChatSource;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether a customer can be written to on our page.
@Component
class PageChat {
  /// Who is not on the page cannot be called to it.
  private static final String NOBODY_THERE = "no-visitor";

  private final ChatSource pages;
  private final ConversationStore conversations;
  private final InteractionStore interactions;

  PageChat(ChatSource pages, ConversationStore conversations, InteractionStore interactions) {
    this.pages = pages;
    this.conversations = conversations;
    this.interactions = interactions;
  }

  /// Empty: there is no page to chat from.
  Optional<ReachApi.Way> of(
      WorkspaceId workspace,
      ContactId contact,
      UserId agent,
      @Nullable ConversationId conversation) {
    return pages
        .page(workspace)
        .map(
            page -> {
              var live = live(workspace, contact, agent, conversation).orElse(null);
              return new ReachApi.Way(
                  pages.channel(),
                  page,
                  null,
                  "",
                  live == null ? NOBODY_THERE : null,
                  false,
                  ConversationLimits.MESSAGE_CHARACTERS,
                  AttachmentLimits.FILES,
                  live,
                  false);
            });
  }

  /// The chat that the agent has with the customer.
  private Optional<InteractionId> live(
      WorkspaceId workspace,
      ContactId contact,
      UserId agent,
      @Nullable ConversationId conversation) {
    var where =
        Optional.ofNullable(conversation)
            .or(() -> conversations.openOf(workspace, contact).map(Conversation::id))
            .map(List::of)
            .orElseGet(List::of);
    return interactions.ofConversations(workspace, where).stream()
        .filter(i -> i.live() && i.channel().equals(pages.channel()) && agent.equals(i.agent()))
        .map(Interaction::id)
        .reduce((_, last) -> last);
  }
}
