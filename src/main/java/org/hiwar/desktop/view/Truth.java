package org.hiwar.desktop.view;

import java.util.function.Supplier;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.MessageStore;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.DeskSource;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.floor.Floors;

/// Gives each desk its truth. One for all desks of the process: they read in turns.
public final class Truth implements Desks.Sources {
  private final Supplier<Floors> floors;
  private final InteractionStore interactions;
  private final ConversationViews views;
  private final MessageViews messages;
  private final SideCallSource sideCalls;
  private final PreviewSource previews;
  private final ReadingTurns turns = new ReadingTurns();

  /// `floors`: asked for when a desk begins, not before; who makes floors tells desks of them.
  public Truth(
      Supplier<Floors> floors,
      ConversationStore conversations,
      InteractionStore interactions,
      MessageStore messages,
      Catalogs catalogs,
      MessageViews messageViews,
      AccountNames accounts,
      CallSource calls,
      SideCallSource sideCalls,
      PreviewSource previews,
      Postponements postponements) {
    this.floors = floors;
    this.interactions = interactions;
    this.sideCalls = sideCalls;
    this.previews = previews;
    this.messages = messageViews;
    this.views =
        new ConversationViews(
            conversations, messages, catalogs, messageViews, calls, accounts, postponements);
  }

  @Override
  public DeskSource of(AgentKey key) {
    return new AgentTruth(
        key, floors.get(), interactions, views, messages, sideCalls, previews, turns);
  }
}
