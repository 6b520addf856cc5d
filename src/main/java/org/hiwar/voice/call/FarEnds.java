package org.hiwar.voice.call;

import java.net.InetSocketAddress;
import java.util.List;
import org.hiwar.voice.media.rtp.FarEnd;
import org.hiwar.voice.sdp.Direction;
import org.hiwar.voice.sdp.RemoteAudio;

/// What a description of the other side means for the port that sends and receives.
final class FarEnds {
  private FarEnds() {}

  static FarEnd of(RemoteAudio audio) {
    var at = new InetSocketAddress(audio.address(), audio.port());
    var direction = audio.direction();
    return new FarEnd(
        at,
        FarEnd.behind(at),
        audio.payloads(),
        List.of(),
        // A telephone that holds with 0.0.0.0 does not say that it sends nothing.
        !audio.address().isAnyLocalAddress()
            && (direction == Direction.SENDRECV || direction == Direction.SENDONLY),
        direction == Direction.SENDRECV || direction == Direction.RECVONLY);
  }
}
