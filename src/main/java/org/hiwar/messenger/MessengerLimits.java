package org.hiwar.messenger;

import java.time.Duration;

/// How much there may be of what concerns messengers.
public final class MessengerLimits {
  /// Until a provider takes a connection.
  public static final Duration CONNECT = Duration.ofSeconds(5);
  /// Until a provider has answered a request in full.
  public static final Duration ANSWER = Duration.ofSeconds(8);
  /// The same where a file goes with it. All that one message needs stays below
  /// what a channel may take to send it.
  public static final Duration UPLOAD = Duration.ofSeconds(14);
  /// The same for a courtesy, such as that a message was read.
  public static final Duration COURTESY = Duration.ofSeconds(3);
  /// Until a file that a customer sent is here.
  public static final Duration DOWNLOAD = Duration.ofMinutes(1);
  /// Of an answer that is no file.
  public static final int ANSWER_BYTES = 1024 * 1024;
  /// Of one file, either way.
  public static final int FILE_BYTES = 25 * 1024 * 1024;
  /// Files that are fetched at once, of all workspaces.
  public static final int FETCHERS = 4;
  /// How often a file is asked for before it counts as lost; the pause between doubles.
  public static final int FETCH_TRIES = 8;
  public static final Duration FETCH_PAUSE = Duration.ofSeconds(5);
  /// Of files that are due, taken up at once.
  public static final int FETCH_BATCH = 50;
  /// Of a provider's name for a file, or of its address.
  public static final int REFERENCE_CHARACTERS = 2_000;
  /// How long a provider waits for our answer to a webhook while it is stored.
  public static final Duration STORE = Duration.ofSeconds(8);
  public static final int NAME_CHARACTERS = 200;
  /// Of the text beside a file, as WhatsApp and Telegram both have it.
  public static final int CAPTION_CHARACTERS = 1_024;
  /// Of what the other side said, as it is kept for experts.
  public static final int DETAIL_CHARACTERS = 500;

  private MessengerLimits() {}
}
