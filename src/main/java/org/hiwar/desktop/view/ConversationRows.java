package org.hiwar.desktop.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hiwar.contact.ContactSummary;
import org.hiwar.conversation.Conversation;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Participant;
import org.hiwar.conversation.Transfer;
import org.hiwar.desktop.desk.Marks;
import org.hiwar.desktop.wire.DeskEvent.ConversationRemoved.Why;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.PostponementView;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What the database knows of a conversation on a desk, as it was read last, with what the floor
/// has committed since.
///
/// @param messages the last ones, ascending
/// @param batch of the floor that was noted last; 0: none since the database was read
record ConversationRows(
    Conversation conversation,
    ContactSummary contact,
    List<Interaction> interactions,
    List<MessageView> messages,
    Map<InteractionId, List<PostponementView>> postponements,
    Map<InteractionId, List<Transfer>> transfers,
    Map<InteractionId, List<Participant>> participants,
    long batch) {

  ConversationId id() {
    return conversation.id();
  }

  /// Up to where this guest has read.
  long readBy(UserId guest) {
    return participants.values().stream()
        .flatMap(List::stream)
        .filter(one -> one.open() && one.agent().equals(guest))
        .mapToLong(Participant::readSeq)
        .max()
        .orElse(0);
  }

  /// Why this agent is no guest any more, if they are to be told: not where they have gone
  /// themselves, or have it now.
  @Nullable Why whyOut(UserId guest) {
    var visits =
        participants.values().stream()
            .flatMap(List::stream)
            .filter(one -> one.agent().equals(guest))
            .sorted(Comparator.comparing(Participant::since))
            .toList();
    if (visits.isEmpty()) return null;
    var last = visits.getLast();
    return switch (last.why()) {
      case REMOVED -> last.joinedAt() == null ? Why.WITHDRAWN : Why.REMOVED;
      case NO_ANSWER -> Why.NO_ANSWER;
      case OVER -> isLive(last.interaction()) ? Why.SET_ASIDE : Why.ENDED;
      case DECLINED, LEFT, AWAY, HOST -> null;
      case null -> null;
    };
  }

  private boolean isLive(InteractionId id) {
    return interactions.stream().anyMatch(i -> i.id().equals(id) && i.live());
  }

  boolean has(InteractionId id) {
    return interactions.stream().anyMatch(i -> i.id().equals(id));
  }

  /// The messages are read after the conversation: there may be one more than it counted.
  long lastSeq() {
    return messages.isEmpty() ? conversation.lastSeq() : messages.getLast().seq();
  }

  /// With what the database has had since the floor's commit; nothing new when that had been read
  /// already.
  ConversationRows with(Marks.Given given) {
    var change = given.change();
    var now = interactions.stream().map(i -> accepted(i, given)).toList();
    if (now.equals(interactions)) return this;
    var c = conversation;
    var newer =
        new Conversation(
            c.id(),
            c.contact(),
            change.agent(),
            c.lastSeq(),
            c.agentReadSeq(),
            given.batch() == batch ? c.version() : c.version() + 1,
            c.openedAt(),
            c.closedAt(),
            c.endedAt());
    return new ConversationRows(
        newer, contact, now, messages, postponements, transfers, participants, given.batch());
  }

  private static Interaction accepted(Interaction i, Marks.Given given) {
    var change = given.change();
    if (!i.id().equals(change.interaction())) return i;
    return new Interaction(
        i.id(),
        i.conversation(),
        i.contact(),
        i.medium(),
        i.channel(),
        i.direction(),
        i.service(),
        i.language(),
        i.entry(),
        i.account(),
        i.party(),
        i.thread(),
        i.trust(),
        change.agent(),
        i.arrivedAt(),
        change.at(),
        i.liveUntil(),
        i.endedBy(),
        i.endedAt(),
        i.outcome(),
        i.disposition(),
        i.notes(),
        i.version(),
        i.messageLeft());
  }
}
