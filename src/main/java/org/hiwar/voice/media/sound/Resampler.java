package org.hiwar.voice.media.sound;

import org.hiwar.voice.media.MediaLimits;

/// Brings sound to 8,000 Hz, with everything above the telephone's band taken out first, so that it
/// does not come back as another tone.
///
/// A polyphase filter: the places of the wanted samples between those at hand repeat after a few,
/// and each place has its own row of weights, a windowed sinc. Made for loading, not for calls.
final class Resampler {
  /// Where the filter is at half; what is above 4,000 Hz is damped by 60 dB or more.
  private static final double CUTOFF = 3_600;

  /// Wanted samples to each side that the filter looks at.
  private static final int REACH = 32;

  /// Of the Kaiser window: 80 dB.
  private static final double BETA = 7.9;

  private final int rate;
  private final int phases;
  private final int half;
  private final double[][] weights;

  private Resampler(int rate) {
    this.rate = rate;
    this.phases = MediaLimits.RATE / gcd(rate, MediaLimits.RATE);
    this.half = (int) Math.ceil((double) REACH * rate / MediaLimits.RATE);
    this.weights = new double[phases][];
    for (var phase = 0; phase < phases; phase++) weights[phase] = row(phase);
  }

  static Resampler from(int rate) {
    return new Resampler(rate);
  }

  short[] resampled(short[] samples) {
    if (rate == MediaLimits.RATE) return samples;
    var wanted = new short[(int) ((long) samples.length * MediaLimits.RATE / rate)];
    for (var i = 0; i < wanted.length; i++) {
      var place = (long) i * rate;
      var before = (int) (place / MediaLimits.RATE);
      wanted[i] = at(samples, before, weights[i % phases]);
    }
    return wanted;
  }

  private short at(short[] samples, int before, double[] row) {
    var sum = 0.0;
    var first = Math.max(0, before - half);
    var last = Math.min(samples.length - 1, before + half);
    for (var k = first; k <= last; k++) sum += samples[k] * row[k - before + half];
    return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /// The weights of the samples around a wanted one; together they are 1.
  private double[] row(int phase) {
    var between = (double) ((long) phase * rate % MediaLimits.RATE) / MediaLimits.RATE;
    var row = new double[2 * half + 1];
    var sum = 0.0;
    for (var k = 0; k < row.length; k++) {
      var distance = k - half - between;
      row[k] = sinc(2 * CUTOFF / rate * distance) * kaiser(distance / (half + 1));
      sum += row[k];
    }
    for (var k = 0; k < row.length; k++) row[k] /= sum;
    return row;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return bessel(BETA * Math.sqrt(Math.max(0, 1 - x * x))) / bessel(BETA);
  }

  /// The modified Bessel function of the first kind and order zero, by its series.
  private static double bessel(double x) {
    var sum = 1.0;
    var term = 1.0;
    for (var k = 1; k < 30; k++) {
      term *= x / (2 * k) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
