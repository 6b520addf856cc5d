/// CORE: conversations, their interactions and messages.
///
/// Owns the tables `conversation`, `interaction`, `message`, `message_change`, `mention`,
/// `attachment`, `postponement`, `transfer`, `participant`, `call_code`, `rating`, `seen` and
/// `follow_up`, and
/// writes one column of another owner, `contact.last_activity_at`, where it ends or begins an
/// interaction. May use contact, workspace and platform. Publishes after the commit: arrivals
/// ([ArrivalListener]), stored messages ([MessageListener]), claims about a contact
/// ([ContactListener]). Channels hear the floor's decisions through [InteractionListener] and tell
/// it that a customer is gone through [Departures].
///
/// ## Who writes what
///
/// - [Messages] stores every message: in a batch with others, or as the arrival that begins an
///   interaction.
/// - [MessageChanges] makes of a message what its writer wants it to say, and keeps what it said.
/// - [Writings] begins what agents write first by an account of ours, as [Calls] begins calls.
/// - [Matters] gives messages to another interaction of their conversation, where an agent says
///   that they are another matter, and interactions to another thread.
/// - [Deliveries] keeps how messages stand that go out; each comes in with its message, in the
///   writer's own statement.
/// - [Calls] takes in calls and notes those that agents begin. What the floor never took, it
///   closes.
/// - [CallCodeStore] gives codes by which a caller joins a conversation although the number says
///   nothing.
/// - [FollowUpStore] keeps what agents plan about what is past.
/// - [InteractionChanges] are otherwise the only changes of an interaction's life (accepted,
///   requeued, given away, postponed, live ended, ended), and run inside the floor's own
///   transaction. So are those of who is in it beside its agent ([ParticipantParts]).
/// - [ConversationStore] keeps what agents write: notes, disposition, how far they have read, and
///   that they are done.
///
/// All of them lock the conversation's row before they look at what they decide on, several in the
/// order of their ids; then, if at all, rows of interactions, then of contacts. So nobody waits for
/// each other, but for one: who begins a conversation that somebody else begins at the same moment
/// holds its contact and looks at the conversations again. Whoever is merging that contact then
/// waits for them, and they for whoever is merging: the database takes one of all those who wait
/// back, and that one does it again (`Contended`, the floor's store).
///
/// ## Why no message is ever in a conversation that has ended
///
/// A conversation is *closed* at one moment (`closed_at`), under its lock. What a customer sends
/// takes the same lock:
///
/// 1. It is in before the close. Then [ConversationStore#complete] finds a number higher than the
///    last one the agent saw, and refuses with *new message*; or finds an interaction that is not
///    over, and closes nothing.
/// 2. It comes after the close. Then the writer refuses it, because no interaction of a closed
///    conversation that carries messages is live, and the intake finds no open conversation and
///    begins a new one; the schema allows one open conversation per contact.
///
/// The agent's *Complete* has two steps, because the interaction's end belongs to the floor:
/// `complete` closes the conversation and keeps notes and disposition, then the floor disposes of
/// the work, and its transaction sets the end. Between the two nothing can come in. If the second
/// step fails, the agent still has the work in wrap-up and completes again (closing what is closed
/// changes nothing), or the wrap-up's deadline ends it. Where wrap-up ends by its deadline, without
/// *Complete*, the floor's transaction itself closes the conversation: behind the lock, and only if
/// no interaction of it is left. An interaction that joined before keeps it open, and is offered to
/// the next agent with the whole timeline.
///
/// Where another agent has the open conversation of a contact, a call that an agent begins gets a
/// conversation of its own, closed from its beginning: nothing joins it but that agent's next
/// calls.
///
/// A conversation that is open while its agent's part is over (a customer wrote again during
/// wrap-up, the agent saw it and completed what was theirs) stays open for whoever accepts what
/// came in.
@NullMarked
package org.hiwar.conversation;

import org.jspecify.annotations.NullMarked;
