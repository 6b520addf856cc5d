package org.hiwar.channel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.conversation.SentOut;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// One kind of channel: SMS, email, a messenger. A new one is a package with one class that
/// implements this, and is found by itself; `ChannelContract` among the tests says what holds for
/// every one.
///
/// Methods may be called from several threads at once.
public interface Channel {
  /// Of letters and hyphens, such as `sms`: stored with interactions, and by it the screens know
  /// icon and label.
  String name();

  Capabilities capabilities();

  /// What an account of it has to be told.
  List<Setting> settings();

  /// Our address on it in its one spelling; empty: it is none, and cannot be saved.
  Optional<String> ourAddress(String typed);

  /// Of a text that goes with files, at most, where that is less than of any other.
  default int captionCharacters() {
    return capabilities().characters();
  }

  /// Begins to receive for an account, and keeps at it until the line is closed: whatever breaks is
  /// tried again, more and more rarely, up to once a minute. Answers at once. What comes in by
  /// webhook alone has an [Line#idle] one.
  Line open(Account account, Inbox inbox);

  /// Tries the account now, and says in codes that the screens translate what is right and wrong.
  /// Takes 15 s at most, sends nothing to customers, and changes nothing.
  List<Finding> test(Account account);

  /// Understands a stored item. The same item may be read again after a crash, and has to give the
  /// same; what reading notes (a part of a long text, the thread of a mail) is there when the next
  /// item is read, and is found when this one is read again. An exception counts as
  /// [Reading.Aside].
  Reading read(Account account, RawItem item);

  /// Called when something of an item that was read is stored as `message`, and before the item
  /// counts as done, so that after a crash it is called again: to keep what belongs to the message
  /// and only this channel understands.
  default void kept(WorkspaceId workspace, RawItem item, Incoming incoming, Message message) {}

  /// What a list shows of messages beside their text, such as the subjects of mails; a message that
  /// has nothing of the kind is missing.
  default Map<MessageId, String> headlines(WorkspaceId workspace, Collection<MessageId> messages) {
    return Map.of();
  }

  /// Sends one message now. Blocks for 30 s at most.
  Sending send(Account account, Outgoing message);

  /// Whether what has gone out can be changed and withdrawn.
  default boolean rewords() {
    return false;
  }

  /// Changes what has gone out. Blocks for 30 s at most; once more does the same.
  ///
  /// @param text what it shall say; null: it is withdrawn
  default Sending reword(Account account, SentOut message, @Nullable String text) {
    return new Sending.Refused("refused", "it stays as it is");
  }

  /// Why nothing can be written to this address now, in a code that the screens translate; empty:
  /// nothing is in the way. Asked before an agent writes; looks at what is stored, never at the
  /// network.
  default Optional<String> hindrance(Account account, Recipient recipient) {
    return Optional.empty();
  }
}
