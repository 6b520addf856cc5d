package org.hiwar.voice.call;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.rtp.TrunkPort;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.LocalAudio;
import org.hiwar.voice.sdp.RemoteAudio;
import org.jspecify.annotations.Nullable;

/// Somebody in the telephone network: the port of their audio, and what both sides have said about
/// it. Used by the thread of one call alone.
final class PhoneLeg implements CustomerLeg {
  private static final List<Integer> OFFERED = List.of(Payloads.PCMA, Payloads.PCMU);

  private final TrunkPort port;
  private final Line line;
  private LocalAudio here;
  private Set<InetAddress> alsoFrom = Set.of();

  private PhoneLeg(TrunkPort port, Studio studio) {
    this.port = port;
    line = new Line(port, studio.nanoTime(), studio.random());
    here =
        new LocalAudio(
            studio.advertised(),
            port.port(),
            studio.random().nextLong() >>> 1,
            1,
            Direction.SENDRECV);
  }

  /// Empty when all ports are taken.
  ///
  /// @param silent run when the far end was to send audio and did not
  static Optional<PhoneLeg> open(Studio studio, Runnable silent) {
    return studio.ports().open(_ -> silent.run()).map(port -> new PhoneLeg(port, studio));
  }

  @Override
  public Line line() {
    return line;
  }

  LegStatistics statistics() {
    return port.statistics();
  }

  /// From where else the provider may send; to be said before what the other side describes.
  void mayComeFrom(Set<InetAddress> provider) {
    alsoFrom = provider;
  }

  /// Our description, for the other side to choose from.
  String offer() {
    return here.offer(OFFERED);
  }

  /// Our answer to the other side's description; an offer of ours when there was none.
  String answer(@Nullable RemoteAudio theirs) {
    if (theirs == null) return offer();
    describe(theirs);
    return here.answer(theirs);
  }

  /// The same in a call that goes on, to hold or to retrieve for instance.
  String answerAgain(@Nullable RemoteAudio theirs) {
    here = here.next(Direction.SENDRECV);
    return answer(theirs);
  }

  void describe(RemoteAudio theirs) {
    port.describe(FarEnds.of(theirs, alsoFrom));
  }

  @Override
  public void close() {
    port.close();
  }
}
