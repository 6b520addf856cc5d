package org.hiwar.desktop.wire;

import java.time.Instant;
import java.util.List;
import org.hiwar.contact.ContactSummary;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What agents have in hand with customers at the moment.
///
/// @param teams whose agents are seen, by name; empty: none are; null: all, even without a team
/// @param agents those who have something, in the order of their names
/// @param beyond how many interactions there are besides, of those that were accepted last
public record Supervision(@Nullable List<Named> teams, List<SupervisedAgent> agents, int beyond) {

  /// `inHand`: what they accepted first stands first.
  public record SupervisedAgent(
      UserId id, String name, PresenceView presence, List<SupervisedWork> inHand) {}

  /// What an agent has of one conversation, since `since`. `service` is that of the first of it.
  /// `awaiting`: since when the customer has waited for an answer; null: it is the customer's turn.
  /// `guests`: who is in it beside the agent.
  public record SupervisedWork(
      ConversationId conversation,
      ContactSummary contact,
      Named service,
      Instant since,
      @Nullable Instant awaiting,
      List<SupervisedPart> parts,
      List<Named> guests) {}

  /// An interaction; one that is not `live` is being wrapped up.
  public record SupervisedPart(InteractionId id, Medium medium, String channel, boolean live) {}
}
