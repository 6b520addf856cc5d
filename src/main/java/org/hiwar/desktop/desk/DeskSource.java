package org.hiwar.desktop.desk;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Message;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.PresenceView;

/// The truth that one desk shows, read when it is asked for, each answer in one transaction. Throws
/// when the truth cannot be reached; the desk asks again.
public interface DeskSource {

  /// The presence, and every conversation of this desk by id.
  record Everything(PresenceView presence, List<ConversationView> conversations) {}

  Everything everything();

  /// The presence, which conversations are on this desk, and the views of those among them that are
  /// in `dirty`, were not in `shown`, or stand otherwise with this agent than they were shown.
  record Part(PresenceView presence, Set<ConversationId> held, List<ConversationView> fresh) {}

  Part part(Set<ConversationId> dirty, Collection<ConversationView> shown);

  /// A stored message as this desk shows it.
  MessageView view(Message message);
}
