package org.hiwar.voice.media;

import java.time.Duration;

/// How much there may be of what concerns the audio of calls.
public final class MediaLimits {
  /// Samples in a second, and ticks of the clock of every RTP timestamp here.
  public static final int RATE = 8_000;
  /// Samples in a packet that is made here: 20 ms.
  public static final int FRAME = 160;
  /// Bytes of a datagram that is read; what is longer is cut and so refused.
  public static final int DATAGRAM = 1_600;
  /// Bytes of audio in a packet: 60 ms. No phone sends longer ones unasked.
  public static final int PAYLOAD = 480;
  /// Addresses of one network that may be candidates for the source of a leg at a time.
  public static final int CANDIDATES = 4;
  /// A step of the sequence number that is taken for loss; a greater one is a new stream
  /// ([RFC 3550](https://www.rfc-editor.org/rfc/rfc3550) appendix A.1, `MAX_DROPOUT`).
  public static final int DROPOUT = 3_000;
  /// A step of the timestamp within one stream; a greater one is a new stream.
  public static final int TIMESTAMP_JUMP = 10 * RATE;
  /// Sinks that listen to one line: the bridge, the keypad, the loudness, a recording, a mixer.
  public static final int EARS = 8;
  /// Keys waiting to be sent on one line.
  public static final int WAITING_KEYS = 64;
  /// Of a prompt or of music.
  public static final Duration CLIP = Duration.ofMinutes(10);
  /// Bytes of a file with a prompt or music: ten minutes at 48 kHz in stereo.
  public static final int CLIP_FILE = 116_000_000;
  /// Who takes part in one mixer, listeners and voices included.
  public static final int PARTIES = 16;
  /// Of what a mixer holds back of one party, to even out its packets.
  public static final Duration HELD_BACK = Duration.ofMillis(200);
  /// Packets waiting for the writer of the recordings: about 100 ms of 800 calls.
  public static final int WAITING_PACKETS = 8_192;
  /// Of one recording; it ends by itself then.
  public static final Duration RECORDING = Duration.ofHours(6);
  /// Pauses of one recording. The last one lasts until the end.
  public static final int PAUSES = 500;
  /// Recordings written at a time.
  public static final int RECORDINGS = 2_000;
  /// Recordings waiting to be encoded. What finds no room keeps its WAV until the next start.
  public static final int WAITING_ENCODINGS = 10_000;

  private MediaLimits() {}
}
