package org.hiwar.voice.media.sound;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.hiwar.voice.media.G711;
import org.hiwar.voice.media.MediaLimits;

/// Sound to be played: whole frames of µ-law, ready to be sent.
public final class Clip {
  private final byte[] octets;

  private Clip(byte[] octets) {
    this.octets = octets;
  }

  /// Encodes linear samples of 8,000 Hz. The last frame is filled with silence.
  public static Clip of(short[] samples) {
    var whole = (samples.length + MediaLimits.FRAME - 1) / MediaLimits.FRAME * MediaLimits.FRAME;
    var octets = new byte[whole];
    for (var i = 0; i < samples.length; i++) octets[i] = G711.muOf(samples[i]);
    Arrays.fill(octets, samples.length, whole, G711.SILENT_MU);
    return new Clip(octets);
  }

  /// One behind the other: an announcement made of words.
  public static Clip of(List<Clip> clips) {
    var octets = new byte[clips.stream().mapToInt(clip -> clip.octets.length).sum()];
    var at = 0;
    for (var clip : clips) {
      System.arraycopy(clip.octets, 0, octets, at, clip.octets.length);
      at += clip.octets.length;
    }
    return new Clip(octets);
  }

  public static Clip silence(Duration length) {
    return of(new short[(int) (length.toMillis() * MediaLimits.RATE / 1_000)]);
  }

  public int frames() {
    return octets.length / MediaLimits.FRAME;
  }

  public Duration length() {
    return Duration.ofMillis(frames() * 20L);
  }

  /// Copies a frame, [MediaLimits#FRAME] octets, to a place in `into`.
  public void copyFrame(int number, byte[] into, int at) {
    System.arraycopy(octets, number * MediaLimits.FRAME, into, at, MediaLimits.FRAME);
  }

  /// All of it as linear samples.
  public short[] samples() {
    var samples = new short[octets.length];
    for (var i = 0; i < samples.length; i++) samples[i] = G711.linearOfMu(octets[i]);
    return samples;
  }
}
