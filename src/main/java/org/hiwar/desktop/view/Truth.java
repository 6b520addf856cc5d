package org.hiwar.desktop.view;

import org.hiwar.contact.ContactStore;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.MessageStore;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.DeskSource;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.floor.Floors;
import org.hiwar.platform.database.Database;

/// Gives each desk its truth.
public final class Truth implements Desks.Sources {
  private final Database database;
  private final Floors floors;
  private final InteractionStore interactions;
  private final ConversationViews views;
  private final MessageViews messages;
  private final SideCallSource sideCalls;
  private final PreviewSource previews;

  public Truth(
      Database database,
      Floors floors,
      ConversationStore conversations,
      InteractionStore interactions,
      MessageStore messages,
      ContactStore contacts,
      Catalogs catalogs,
      CallSource calls,
      SideCallSource sideCalls,
      PreviewSource previews) {
    this.database = database;
    this.floors = floors;
    this.interactions = interactions;
    this.sideCalls = sideCalls;
    this.previews = previews;
    this.messages = new MessageViews(catalogs);
    this.views =
        new ConversationViews(
            conversations, interactions, messages, contacts, catalogs, this.messages, calls);
  }

  @Override
  public DeskSource of(AgentKey key) {
    return new AgentTruth(key, database, floors, interactions, views, messages, sideCalls, previews);
  }
}
