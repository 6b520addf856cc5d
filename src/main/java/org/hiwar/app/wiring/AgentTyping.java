package org.hiwar.app.wiring;

import org.hiwar.chat.Visitors;
import org.hiwar.conversation.ConversationId;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.live.DeskSocket;
import org.hiwar.workspace.access.CurrentUser;

/// Tells a customer that the agent is writing, when the conversation is on the agent's desk.
record AgentTyping(Desks desks, Visitors visitors) implements DeskSocket.Typing {
  @Override
  public void types(CurrentUser agent, ConversationId conversation) {
    if (desks.shows(new AgentKey(agent.workspace(), agent.user()), conversation))
      visitors.agentTypes(agent.workspace(), conversation);
  }
}
