package org.hiwar.desktop.desk;

import java.time.Duration;

/// Every limit of a desk in one place.
public final class DeskLimits {
  private DeskLimits() {}

  /// How long a busy desk gathers what happens before it sends the next frame; an idle one sends at
  /// once.
  public static final Duration GATHER = Duration.ofMillis(10);

  /// Messages that wait for a desk's thread; beyond that their conversations are read anew instead.
  public static final int WAITING_MESSAGES = 1_000;

  /// Contacts that a desk is told of in one frame; whoever looks at one of the others learns of it
  /// when it is read again.
  public static final int WAITING_CONTACTS = 100;

  /// Changes of whatever is shown somewhere that are remembered for desks that begin to show it.
  public static final int REMEMBERED_CHANGES = 4_096;

  /// Snapshots and windows that wait for a desk's thread; beyond that a request is refused.
  public static final int WAITING_ERRANDS = 64;

  /// What a window that comes back after a short break may have missed without reading the snapshot
  /// again.
  public static final int KEPT_FRAMES = 256;
  public static final int KEPT_CHARACTERS = 256 * 1024;

  /// What may wait for a slow window before it is dropped.
  public static final int OUTBOX_FRAMES = 256;
  public static final int OUTBOX_CHARACTERS = 2 * 1024 * 1024;

  /// How long one frame may take to be written before the window is dropped.
  public static final Duration WRITE = Duration.ofSeconds(5);

  /// Windows of one agent at a time; the oldest gives way.
  public static final int WINDOWS = 8;

  /// A window hears from its desk this often, and at once when the health of the database changes.
  public static final Duration HEARTBEAT = Duration.ofSeconds(1);

  /// How long a desk stays after its last window closed, so that a reload finds it.
  public static final Duration KEPT_ALONE = Duration.ofMinutes(3);

  /// How long a page that is loaded anew is told why the agent is no guest any more.
  public static final Duration KEPT_OUT = Duration.ofMinutes(1);

  /// How long a desk that could not read the truth waits before it tries again.
  public static final Duration RETRY = Duration.ofMillis(200);

  /// A desk that could not read the truth for this long tells its windows that they are not in
  /// sync.
  public static final Duration BEHIND = Duration.ofSeconds(1);

  /// Every desk compares itself with the truth this often; a difference is repaired and counted.
  public static final Duration COMPARE = Duration.ofSeconds(30);
  public static final Duration COMPARE_AGAIN = Duration.ofSeconds(1);

  /// Every window is asked for a sign of life this often, and closed when none has come for so
  /// long: a line that broke without a word must not keep its agent routable.
  public static final Duration PING = Duration.ofSeconds(5);
  public static final Duration SILENCE = Duration.ofSeconds(15);

  /// Notices of typing that come faster from one window are left out.
  public static final Duration TYPING = Duration.ofMillis(500);

  /// A frame from a window: a message of 4,000 characters, each written as an escape.
  public static final int INCOMING_CHARACTERS = 32 * 1024;
}
