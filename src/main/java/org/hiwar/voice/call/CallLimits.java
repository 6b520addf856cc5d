package org.hiwar.voice.call;

import java.time.Duration;

/// How much there may be of what concerns one call, and how long anything may take.
public final class CallLimits {
  /// How long what calls learn about themselves is gathered before it is stored.
  static final Duration GATHER = Duration.ofMillis(20);

  /// Calls that are being stored at the same time; more wait for their turn, in order.
  static final int ARRIVING_TOGETHER = 8;

  /// How long one may wait for that; then there is no room for it.
  static final Duration ARRIVING = Duration.ofSeconds(8);

  /// What waits for the thread of one call.
  static final int WAITING = 200;

  /// More room, for what ends calls: no flood of wishes can keep a call from ending.
  static final int ROOM_FOR_ENDS = 50;

  /// From the wish of an agent to the word of the floor.
  static final Duration PREPARING = Duration.ofSeconds(15);

  /// How long it may ring at somebody whom we call.
  static final Duration RINGING = Duration.ofSeconds(60);

  /// The same with everything around it, all trunks included.
  static final Duration DIALLING = RINGING.plusSeconds(30);

  /// How long it rings at a colleague.
  static final Duration ASKING = Duration.ofSeconds(30);

  /// How long a customer hears music because the agent's browser is away; then another agent is
  /// looked for.
  static final Duration STRANDED = Duration.ofSeconds(30);

  /// How long an agent's own phone or number may ring; then another agent is looked for.
  static final Duration REACHING = Duration.ofSeconds(20);

  /// How long the floor may take to give a call to the queue again.
  static final Duration RETURNING = Duration.ofSeconds(10);

  /// From hanging up to the last word of the signalling.
  static final Duration LEAVING = Duration.ofSeconds(10);

  /// For which a request waits for the thread of a call.
  static final Duration ANSWER = Duration.ofSeconds(5);

  /// A far end that was to send audio and does not for so long is gone.
  public static final Duration SILENCE = Duration.ofSeconds(60);

  /// Between two looks at how a call sounds.
  static final Duration LOOK = Duration.ofSeconds(3);

  /// A microphone in which nothing is heard for so long is said to be silent.
  static final Duration QUIET = Duration.ofSeconds(8);

  /// How long it is shown that nobody came to a consultation or to an internal call.
  static final Duration SHOWN = Duration.ofSeconds(20);

  /// Internal calls that are listed.
  public static final int RECENT = 50;

  /// From the beginning of the music to the first word about the queue.
  static final Duration FIRST_WORDS = Duration.ofSeconds(6);

  /// From the end of the question for a code to the first key.
  static final Duration CODE_BEGINS = Duration.ofSeconds(10);

  /// From one key of a code to the next.
  static final Duration CODE_GOES_ON = Duration.ofSeconds(5);

  /// Keys that wait to be read as a code.
  static final int KEYS_OF_QUESTION = 32;

  /// Keys of one request.
  public static final int KEYS = 32;

  /// Of the keys that the customer has pressed, as many are shown to the agent.
  static final int KEYS_SHOWN = 20;

  /// Recordings of one call: each time one is ended and another begun.
  static final int RECORDINGS = 50;

  /// How often the end of a call is told to the floor or to the database, a second apart, before it
  /// is left to [CallSweepJob].
  static final int TRIES = 30;

  /// Requests to call that are remembered, so that one sent twice calls once.
  public static final int REMEMBERED = 10_000;

  /// Calls from pages at one time, those that are connecting included.
  static final int FROM_PAGES = 500;

  /// Of one device of an agent: offers in SDP, in characters.
  public static final int OFFER = 20_000;

  private CallLimits() {}
}
