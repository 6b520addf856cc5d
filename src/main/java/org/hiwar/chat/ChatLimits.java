package org.hiwar.chat;

import java.time.Duration;
import java.util.List;

/// How much there may be of what concerns the customer's side of chats. How many chats and
/// calls one visitor or one address may begin stands in [org.hiwar.workspace.limit.Limit].
final class ChatLimits {
  /// Of one frame from the customer, in bytes: a longest message, every character escaped, and its
  /// envelope.
  static final int FRAME_BYTES = 64 * 1024;
  /// Messages that a socket may send at once, after which one more every [#SEND_EVERY].
  static final int SENDS_AT_ONCE = 60;
  static final Duration SEND_EVERY = Duration.ofMillis(50);
  /// Frames of any kind that a socket may send at once, after which it is closed if it goes on
  /// faster than every [#FRAME_EVERY].
  static final int FRAMES_AT_ONCE = 300;
  static final Duration FRAME_EVERY = Duration.ofMillis(20);
  /// That somebody types is passed on once in this time.
  static final Duration TYPING_EVERY = Duration.ofSeconds(1);
  /// Things that wait to be written to one socket. A reader so slow is cut off and comes back to a
  /// snapshot.
  static final int OUTBOX = 1_000;
  /// Sockets of one process.
  static final int SOCKETS = 100_000;
  /// Sockets of one visitor: tabs.
  static final int TABS = 30;
  static final Duration HEARTBEAT = Duration.ofSeconds(5);
  /// A socket from which nothing comes for so long, not even the answer to a ping, is dead.
  static final Duration SILENCE = Duration.ofSeconds(20);
  /// From the opening of a socket to its hello.
  static final Duration HELLO = Duration.ofSeconds(10);
  /// After a welcome the widget repeats what it never got an answer for. So long everything is
  /// checked against all that the customer wrote lately, and not only against the chat that is
  /// going on.
  static final Duration REPEATS = Duration.ofSeconds(3);
  static final int NAME_CHARACTERS = 200;
  /// Entries of one workspace, and sites of one entry.
  static final int ENTRIES = 200;
  static final int ORIGINS = 50;
  /// What an entry says to customers.
  static final int TITLE_CHARACTERS = 60;
  static final int TEXT_CHARACTERS = 500;
  /// Longest life of a token by which a site attests who is signed in, of the token itself, and of
  /// the site's name of that person.
  static final Duration IDENTITY = Duration.ofDays(1);
  static final int IDENTITY_CHARACTERS = 4_000;
  static final int SUBJECT_CHARACTERS = 200;
  /// What a customer thinks of a chat.
  static final int MOST_STARS = 5;
  static final int REMARK_CHARACTERS = 1_000;
  /// That the widget speaks, as tags.
  static final List<String> LANGUAGES = List.of("ar", "en");
  /// Of a browser's offer for a call, in characters.
  static final int OFFER = 20_000;

  private ChatLimits() {}
}
