package org.hiwar.voice.media;

/// A sine, made and found.
public record Tone(double hertz, double amplitude) {
  public static Tone of(double hertz) {
    return new Tone(hertz, 8_000);
  }

  public short[] samples(int from, int count) {
    var samples = new short[count];
    for (var i = 0; i < count; i++)
      samples[i] =
          (short) Math.round(amplitude * Math.sin(2 * Math.PI * hertz * (from + i) / 8_000));
    return samples;
  }

  /// The frame of 20 ms with this number, in µ-law.
  public byte[] frame(int number) {
    return mu(samples(160 * number, 160));
  }

  public byte[] frame(int number, int type) {
    var samples = samples(160 * number, 160);
    var octets = new byte[samples.length];
    for (var i = 0; i < octets.length; i++) octets[i] = G711.octet(type, samples[i]);
    return octets;
  }

  public static byte[] mu(short[] samples) {
    var octets = new byte[samples.length];
    for (var i = 0; i < octets.length; i++) octets[i] = G711.muOf(samples[i]);
    return octets;
  }

  /// The amplitude of a frequency in these samples, by Goertzel's algorithm.
  public static double amplitude(short[] samples, double hertz) {
    return amplitude(samples, hertz, 8_000);
  }

  public static double amplitude(short[] samples, double hertz, int rate) {
    var turn = 2 * Math.PI * hertz / rate;
    var re = 0.0;
    var im = 0.0;
    for (var i = 0; i < samples.length; i++) {
      // A Hann window, so that a loud tone does not spill over the whole spectrum.
      var weight = 1 - Math.cos(2 * Math.PI * (i + 0.5) / samples.length);
      re += weight * samples[i] * Math.cos(turn * i);
      im += weight * samples[i] * Math.sin(turn * i);
    }
    return 2 * Math.hypot(re, im) / samples.length;
  }

  /// The greatest step from one sample to the next; a click is a great one.
  public static int steepest(short[] samples) {
    var steepest = 0;
    for (var i = 1; i < samples.length; i++)
      steepest = Math.max(steepest, Math.abs(samples[i] - samples[i - 1]));
    return steepest;
  }
}
