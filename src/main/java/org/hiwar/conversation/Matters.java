package org.hiwar.conversation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.contact.ContactId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// The door for agents who say what belongs together, where a customer has several matters at a
/// time, such as threads of mails. A matter of its own is an interaction of its own in the same
/// conversation (decisions 7 and 17).
@Component
public class Matters {
  private final MatterStore store;
  private final Calls begun;
  private final List<MattersListener> listeners = new CopyOnWriteArrayList<>();

  public Matters(Database database, Calls begun, Ids ids, Clock clock) {
    store = new MatterStore(database, ids, clock);
    this.begun = begun;
  }

  public void listen(MattersListener listener) {
    listeners.add(listener);
  }

  /// The interaction of a message; empty: the conversation is not this agent's, or is over.
  public Optional<Interaction> of(
      WorkspaceId workspace, UserId agent, ConversationId conversation, MessageId message) {
    return store.of(workspace, agent, conversation, message);
  }

  /// Whether the interaction has these messages and no others.
  public boolean isAll(WorkspaceId workspace, InteractionId interaction, Set<MessageId> messages) {
    return store.isAll(workspace, interaction, messages);
  }

  /// Begins an interaction like another one, about another thread; the floor has to give it to the
  /// agent next, or it is closed as [Writings#begin] says. Empty: the conversation takes nothing in
  /// any more.
  public Optional<InteractionId> begin(
      WorkspaceId workspace, UserId agent, Interaction like, long thread) {
    var interaction = store.begin(workspace, agent, like, thread);
    if (interaction.isPresent()) begun.look(workspace);
    return interaction;
  }

  /// The floor has refused it. To be called only when that is certain.
  public void withdraw(WorkspaceId workspace, InteractionId interaction) {
    begun.withdraw(workspace, interaction);
  }

  /// Gives messages of one interaction to another of the same conversation that still goes on.
  public void move(
      WorkspaceId workspace,
      ConversationId conversation,
      Set<MessageId> messages,
      InteractionId from,
      InteractionId to) {
    store.move(workspace, conversation, messages, from, to);
    tell(workspace, Set.of(conversation));
  }

  /// Gives all messages of one interaction to another that still goes on, as far as [#move] does.
  public void moveAll(
      WorkspaceId workspace, ConversationId conversation, InteractionId from, InteractionId to) {
    move(workspace, conversation, store.messages(workspace, from), from, to);
  }

  /// The live interaction about `thread` beside another, with the same customer and agent.
  public Optional<InteractionId> live(WorkspaceId workspace, InteractionId beside, long thread) {
    return store.live(workspace, beside, thread);
  }

  /// What goes on about `from` is about `to` from now on; says what that was. Whoever listens is
  /// told with [#tell].
  ///
  /// @param only of these; empty: of all
  public List<Renamed> rename(
      WorkspaceId workspace, long from, long to, Collection<InteractionId> only) {
    return store.rename(workspace, from, to, only);
  }

  /// An interaction that is about another thread now.
  public record Renamed(InteractionId interaction, ConversationId conversation) {}

  /// The threads that a contact has had by an account, the latest first.
  public List<Long> threads(WorkspaceId workspace, ContactId contact, long account) {
    return store.threads(workspace, contact, account);
  }

  /// After the commit: something of these is not where it was.
  public void tell(WorkspaceId workspace, Set<ConversationId> conversations) {
    for (var conversation : conversations)
      listeners.forEach(listener -> listener.mattersChanged(workspace, conversation));
  }
}
