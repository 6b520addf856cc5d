package org.hiwar.sms.smpp;

import java.time.Duration;

/// How much there may be of what concerns a session with a message centre, and for how long.
public final class SmppLimits {
  /// Of one PDU: the longest message payload, and room for the rest.
  static final int PDU_BYTES = 70_000;
  static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  static final Duration BIND_WITHIN = Duration.ofSeconds(6);
  /// Until a message centre has answered a message.
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  /// Until a message that came has to be in the database; then the centre is told to come again.
  static final Duration KEEP_WITHIN = Duration.ofSeconds(20);
  static final Duration UNBIND_WITHIN = Duration.ofSeconds(3);
  /// Between two tries to connect: at first, and at most.
  static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  /// Messages that are being stored at the same time, and those behind them; beyond, the centre is
  /// told to slow down.
  static final int STORING = 8;
  static final int QUEUE = 500;
  /// Messages that may be without an answer at the same time.
  public static final int LONGEST_WINDOW = 100;
  /// Of one message, so that its customers pay no fortune for a slip.
  static final int SEGMENTS = 30;
  /// How long the parts of a long message may be on their way, counted from the first.
  public static final Duration PARTS_WITHIN = Duration.ofMinutes(2);
  /// How often it is looked whether some are overdue.
  public static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  /// A part that comes later than this begins another message: references are used again.
  static final Duration LATE_WITHIN = Duration.ofHours(1);
  /// How long joined messages and the parts of sent ones are remembered.
  static final Duration REMEMBER_JOINED = Duration.ofDays(2);
  static final Duration REMEMBER_SENT = Duration.ofDays(14);
  /// How long a message that came is remembered to know it when it comes again, and how many are.
  static final Duration REMEMBER_REPEATS = Duration.ofMinutes(10);
  static final int REPEATS = 50_000;

  private SmppLimits() {}
}
