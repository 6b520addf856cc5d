package org.hiwar.desktop.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Message;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.DeskEvent.ConversationRemoved;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.PresenceView;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.desktop.wire.SideCallView;
import org.jspecify.annotations.Nullable;

/// The truth that one desk shows, read when it is asked for, each answer in one transaction. Throws
/// when the truth cannot be reached; the desk asks again.
public interface DeskSource {

  /// The presence, the agent's call that is no conversation with a customer or null, the calling
  /// record that they have or null, and every conversation of this desk by id.
  record Everything(
      PresenceView presence,
      @Nullable SideCallView sideCall,
      @Nullable PreviewView preview,
      List<ConversationView> conversations) {}

  Everything everything();

  /// Presence, side call and preview, which conversations are on this desk, and the views of those
  /// among them that are marked, were not in `shown`, or stand otherwise with this agent than they
  /// were shown.
  ///
  /// @param outs why they are no guest any more in those of `shown` that are not on this desk;
  /// those
  ///     that need no word are missing
  record Part(
      PresenceView presence,
      @Nullable SideCallView sideCall,
      @Nullable PreviewView preview,
      Set<ConversationId> held,
      List<ConversationView> fresh,
      Map<ConversationId, ConversationRemoved.Why> outs) {}

  Part part(Marks marks, Collection<ConversationView> shown);

  /// A stored message as this desk shows it.
  MessageView view(Message message);
}
