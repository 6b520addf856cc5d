package org.hiwar.desktop.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactSummary;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.AuthorKind;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.InteractionView;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.PresenceView;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.desktop.wire.SideCallView;
import org.hiwar.workspace.Medium;

/// Made-up views.
final class Views {
  private Views() {}

  static final Instant T0 = Instant.parse("2026-01-01T10:00:00Z");
  static final PresenceView READY =
      new PresenceView(PresenceView.State.READY, null, null, PresenceView.WorkStatus.IDLE, T0, 0);

  static PresenceView worked(int capacityUsed) {
    return new PresenceView(
        PresenceView.State.READY, null, null, PresenceView.WorkStatus.BUSY, T0, capacityUsed);
  }

  static PreviewView preview(PreviewView.State state) {
    return new PreviewView(
        "1",
        new Named("2", "Renewals"),
        state,
        1,
        "ليلى",
        Instant.EPOCH,
        null,
        false,
        null,
        null,
        true,
        null);
  }

  static SideCallView sideCall(boolean muted) {
    return new SideCallView(
        "5",
        SideCallView.Kind.INTERNAL,
        Named.of(12, "Sam"),
        SideCallView.Direction.IN,
        SideCallView.State.CONNECTED,
        T0,
        null,
        muted,
        null,
        null);
  }

  static ConversationView conversation(long id, int messages) {
    var all = new ArrayList<MessageView>();
    for (int seq = Math.max(1, messages - ConversationView.MESSAGES + 1); seq <= messages; seq++)
      all.add(message(id, seq));
    var service = Named.of(7, "Orders");
    var interaction =
        new InteractionView(
            new InteractionId(id * 10),
            Medium.CHAT,
            "web",
            Direction.INBOUND,
            null,
            Trust.ATTESTED,
            null,
            null,
            service,
            InteractionView.State.ACTIVE,
            null,
            null,
            T0,
            T0,
            null,
            null,
            null,
            "",
            null,
            List.of(),
            false,
            null,
            List.of(),
            List.of(),
            false,
            List.of());
    return new ConversationView(
        new ConversationId(id),
        1,
        new ContactSummary(new ContactId(id * 100), null, 1, List.of(), null, T0),
        service,
        ConversationView.State.ACTIVE,
        false,
        T0,
        T0,
        List.of(interaction),
        messages,
        0,
        all);
  }

  static Message stored(long conversation, long seq) {
    return new Message(
        new ConversationId(conversation),
        seq,
        new MessageId(conversation * 1000 + seq),
        new InteractionId(conversation * 10),
        new UUID(0, seq),
        Author.CUSTOMER,
        "message " + seq,
        T0.plusSeconds(seq),
        null,
        null);
  }

  static MessageView message(long conversation, long seq) {
    return new MessageView(
        seq,
        Long.toString(conversation * 1000 + seq),
        new InteractionId(conversation * 10),
        null,
        new MessageView.Author(AuthorKind.CUSTOMER, null, null),
        "message " + seq,
        T0.plusSeconds(seq),
        null,
        null,
        List.of(),
        false,
        null,
        false);
  }
}
