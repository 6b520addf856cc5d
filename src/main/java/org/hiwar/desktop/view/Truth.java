package org.hiwar.desktop.view;

import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.MessageStore;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.DeskSource;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.floor.Floors;

/// Gives each desk its truth.
public final class Truth implements Desks.Sources {
  private final Floors floors;
  private final InteractionStore interactions;
  private final ConversationViews views;
  private final MessageViews messages;
  private final SideCallSource sideCalls;
  private final PreviewSource previews;

  public Truth(
      Floors floors,
      ConversationStore conversations,
      InteractionStore interactions,
      MessageStore messages,
      Catalogs catalogs,
      CallSource calls,
      SideCallSource sideCalls,
      PreviewSource previews) {
    this.floors = floors;
    this.interactions = interactions;
    this.sideCalls = sideCalls;
    this.previews = previews;
    this.messages = new MessageViews(catalogs);
    this.views = new ConversationViews(conversations, messages, catalogs, this.messages, calls);
  }

  @Override
  public DeskSource of(AgentKey key) {
    return new AgentTruth(key, floors, interactions, views, messages, sideCalls, previews);
  }
}
