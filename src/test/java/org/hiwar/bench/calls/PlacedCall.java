package org.hiwar.bench.calls;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// One call of a caller, and when what happened to it; 0 is not yet. Times in nanoseconds.
final class PlacedCall {
  final SipCallers callers;
  final String callId;

  /// Of the caller; nobody else calls with it.
  final String number;

  final String called;

  /// Of the call, in the packets of the agent who greets the caller.
  final long greeting;

  volatile long invitedAt;
  volatile long answeredAt;
  volatile long rangAt;

  /// When the caller heard the agent for the first time.
  volatile long heardAt;

  volatile long joinedAt;
  volatile long leftAt;
  volatile long overAt;

  /// The status of a refusal; 0 when there was none.
  volatile int refused;

  volatile boolean heardOf;
  volatile String to = "";
  volatile String contact = "";
  volatile int invitations;
  volatile int goodbyes;

  /// Who has it, and the number of the offer that they have answered.
  volatile @Nullable CallAgent agent;

  volatile int offer;

  /// Where the server wants our audio; null before the answer.
  volatile @Nullable InetSocketAddress media;

  PlacedCall(SipCallers callers, long count, String number, String called) {
    this.callers = callers;
    greeting = count;
    callId = "bench-" + count;
    this.number = number;
    this.called = called;
  }

  void place(InetSocketAddress media) {
    callers.place(this, media);
  }

  void leave() {
    callers.leave(this);
  }

  boolean isOver() {
    return overAt != 0;
  }
}
