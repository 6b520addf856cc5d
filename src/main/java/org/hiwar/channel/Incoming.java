package org.hiwar.channel;

import java.time.Instant;
import java.util.List;
import org.hiwar.contact.Sender;
import org.jspecify.annotations.Nullable;

/// One message of a customer.
///
/// @param externalId the provider's name for the message, unique in the account: whatever item it
///     is in, and however often it comes, it is stored once
/// @param from who wrote it, and how far that is proved
/// @param text what is shown on the line of time, at most
///     `ConversationLimits.MESSAGE_CHARACTERS`; never empty: a channel puts words where there are
///     none
/// @param writtenAt by the provider's clock; null: not said
/// @param thread what it belongs to, where one sender may have several interactions at a time, such
///     as mails; null: all that a sender writes is one
/// @param files in the order in which they came
/// @param change null: it is new. Else it is shown in the place of the other where that is part of
///     what goes on, and as a message of its own where it is not.
public record Incoming(
    String externalId,
    Sender from,
    String text,
    @Nullable Instant writtenAt,
    @Nullable Long thread,
    List<IncomingFile> files,
    @Nullable Change change) {
  public Incoming {
    files = List.copyOf(files);
  }

  /// That it is another one, which its writer has changed.
  ///
  /// @param of the provider's name for that one
  /// @param text what it says now
  public record Change(String of, String text) {}

  /// One that stands by itself.
  public Incoming(
      String externalId,
      Sender from,
      String text,
      @Nullable Instant writtenAt,
      @Nullable Long thread,
      List<IncomingFile> files) {
    this(externalId, from, text, writtenAt, thread, files, null);
  }

  public static Incoming text(String externalId, Sender from, String text) {
    return new Incoming(externalId, from, text, null, null, List.of());
  }
}
