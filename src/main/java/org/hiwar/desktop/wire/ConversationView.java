package org.hiwar.desktop.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.contact.ContactSummary;
import org.hiwar.conversation.ConversationId;

/// One entry of the Active Conversations List with all that its agent sees of it.
///
/// `messages` are the last ones, ascending, at most [#MESSAGES]; earlier ones are read page by
/// page. `guest`: nothing of it is this agent's own, they are in it, or asked into it, beside
/// another, or only look on.
public record ConversationView(
    ConversationId id,
    long version,
    ContactSummary contact,
    Named service,
    State state,
    boolean guest,
    Instant openedAt,
    Instant stateSince,
    List<InteractionView> interactions,
    long lastSeq,
    long readSeq,
    List<MessageView> messages) {

  public static final int MESSAGES = 100;

  public enum State {
    OFFERED,
    ACTIVE,
    WRAP_UP
  }

  /// This view with one message more; the earliest leaves when there are too many.
  public ConversationView with(MessageView message) {
    var all = new ArrayList<>(messages);
    all.add(message);
    var kept = all.size() > MESSAGES ? all.subList(all.size() - MESSAGES, all.size()) : all;
    return with(message.seq(), readSeq, List.copyOf(kept));
  }

  /// This view with one message that stands otherwise.
  public ConversationView with(long seq, DeliveryView delivery) {
    var all = messages.stream().map(m -> m.seq() == seq ? m.with(delivery) : m).toList();
    return with(lastSeq, readSeq, all);
  }

  public ConversationView readTo(long seq) {
    return with(lastSeq, seq, messages);
  }

  public ConversationView withoutMessages() {
    return with(lastSeq, readSeq, List.of());
  }

  private ConversationView with(long lastSeq, long readSeq, List<MessageView> messages) {
    return new ConversationView(
        id,
        version,
        contact,
        service,
        state,
        guest,
        openedAt,
        stateSince,
        interactions,
        lastSeq,
        readSeq,
        messages);
  }
}
