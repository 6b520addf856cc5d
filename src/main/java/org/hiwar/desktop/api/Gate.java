package org.hiwar.desktop.api;

import org.hiwar.conversation.Conversation;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.access.CurrentUser;
import org.springframework.stereotype.Component;

/// The one gate before conversations and interactions. What is not an agent's, what belongs to
/// another workspace and what does not exist look the same.
@Component
class Gate {
  private final ConversationStore conversations;
  private final InteractionStore interactions;
  private final Desks desks;

  Gate(ConversationStore conversations, InteractionStore interactions, Desks desks) {
    this.conversations = conversations;
    this.interactions = interactions;
    this.desks = desks;
  }

  /// A conversation whose messages the agent may read: on the agent's desk, had before, or open to
  /// everybody who may see contacts.
  Conversation readable(CurrentUser agent, ConversationId id) {
    var found = conversations.find(agent.workspace(), id).orElseThrow(Refusal::notFound);
    boolean mine =
        agent.user().equals(found.owner())
            || agent.may(Privilege.VIEW_CONTACTS)
            || desks.shows(new AgentKey(agent.workspace(), agent.user()), id);
    if (!mine) throw Refusal.notFound();
    return found;
  }

  /// An interaction that the agent has accepted, over or not.
  Interaction own(CurrentUser agent, InteractionId id) {
    return interactions
        .find(agent.workspace(), id)
        .filter(i -> has(i, agent.user()))
        .orElseThrow(Refusal::notFound);
  }

  private static boolean has(Interaction interaction, UserId agent) {
    return agent.equals(interaction.agent());
  }
}
