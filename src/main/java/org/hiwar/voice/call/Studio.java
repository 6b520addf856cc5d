package org.hiwar.voice.call;

import java.net.InetAddress;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.hiwar.voice.media.Ticks;
import org.hiwar.voice.media.play.Player;
import org.hiwar.voice.media.record.Recorder;
import org.hiwar.voice.media.rtp.TrunkPorts;

/// What the audio of calls is made with; the same for all calls.
///
/// @param advertised where the other side of a trunk reaches our ports
public record Studio(
    TrunkPorts ports,
    InetAddress advertised,
    Ticks ticks,
    Recorder recorder,
    Sounds sounds,
    LongSupplier nanoTime,
    RandomGenerator random) {
  Player player() {
    return new Player(ticks);
  }
}
