package org.hiwar.desktop.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.ConversationId;
import org.hiwar.desktop.wire.DeskEvent.*;
import org.jspecify.annotations.Nullable;

/// What changed on a desk. Every event may be applied twice without harm.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(value = PresenceChanged.class, name = "presenceChanged"),
  @Type(value = ConversationChanged.class, name = "conversationChanged"),
  @Type(value = ConversationRemoved.class, name = "conversationRemoved"),
  @Type(value = ConversationRead.class, name = "conversationRead"),
  @Type(value = MessageAdded.class, name = "messageAdded"),
  @Type(value = DeliveryChanged.class, name = "deliveryChanged"),
  @Type(value = Typing.class, name = "typing"),
  @Type(value = SideCallChanged.class, name = "sideCall"),
  @Type(value = PreviewChanged.class, name = "preview"),
  @Type(value = ReasonsChanged.class, name = "reasonsChanged"),
  @Type(value = Mentioned.class, name = "mentioned"),
  @Type(value = ContactsChanged.class, name = "contactsChanged")
})
public sealed interface DeskEvent {

  record PresenceChanged(PresenceView presence) implements DeskEvent {}

  /// The whole view, in place of the one that was known, or new in the list.
  record ConversationChanged(ConversationView conversation) implements DeskEvent {}

  /// `why`: where the agent was a guest, or asked to be, and it was not they who ended that; else
  /// null, as where nobody knows.
  record ConversationRemoved(ConversationId id, @Nullable Why why) implements DeskEvent {
    public enum Why {
      /// Whoever has it has taken them out,
      REMOVED,
      /// or has taken back what they were asked.
      WITHDRAWN,
      /// They have not answered in time.
      NO_ANSWER,
      /// It is over for all.
      ENDED,
      /// It waits for its time, with nobody.
      SET_ASIDE
    }
  }

  /// The agent has read all messages up to `seq`, perhaps in another window.
  record ConversationRead(ConversationId id, long seq) implements DeskEvent {}

  /// Always the next number of its conversation; a desktop drops what it already has.
  record MessageAdded(ConversationId conversation, MessageView message) implements DeskEvent {}

  /// A message that was shown before stands otherwise.
  record DeliveryChanged(ConversationId conversation, long seq, DeliveryView delivery)
      implements DeskEvent {}

  /// The whole of it, in place of what was known; null when there is none any more.
  record SideCallChanged(@Nullable SideCallView sideCall) implements DeskEvent {}

  /// The whole of it, in place of what was known; null when the agent has no record any more.
  record PreviewChanged(@Nullable PreviewView preview) implements DeskEvent {}

  /// All reasons for not being ready that may be chosen from now on.
  record ReasonsChanged(List<Choice> notReadyReasons) implements DeskEvent {}

  /// A colleague has named the agent in a note, `anew`; or the agent has looked at one, perhaps in
  /// another window.
  record Mentioned(boolean anew) implements DeskEvent {}

  /// Contacts of the workspace that were deleted, or merged, or parted again: whoever shows one of
  /// them, on this desk or beside it, reads it anew.
  record ContactsChanged(Set<ContactId> contacts) implements DeskEvent {}

  /// The customer is writing; shown for 5 s, kept nowhere.
  record Typing(ConversationId conversation) implements DeskEvent {}
}
