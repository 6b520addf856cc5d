package org.hiwar.voice.media.record;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Tone;

/// A process that records a call until it is killed: two tones, and a pause in the second second.
/// Says every 200 ms how many milliseconds it has recorded.
final class RecordedCall {
  private RecordedCall() {}

  public static void main(String[] arguments) {
    var recorder = new Recorder(Path.of(arguments[0]), System::nanoTime, _ -> {});
    var recording = recorder.start("killed");
    var start = System.nanoTime();
    for (var i = 0; i < 3_000; i++) {
      var due = start + i * 20_000_000L;
      while (System.nanoTime() - due < 0) LockSupport.parkNanos(due - System.nanoTime());
      if (i == 50) recording.pause();
      if (i == 100) recording.resume();
      Packet.audio(i, 160 * i, Tone.of(440).frame(i)).to(recording.ear(Side.AGENT));
      Packet.audio(i, 160 * i, Tone.of(1_004).frame(i)).to(recording.ear(Side.CUSTOMER));
      if (i % 10 == 0) System.out.println(recording.length().toMillis());
    }
    recorder.close();
  }
}
