package org.hiwar.voice.media.sound;

import org.hiwar.voice.media.MediaLimits;

/// The music that is heard on hold when nobody has put in another: a slow round of four chords, in
/// the band of the telephone and quiet. Composed for Hiwar and made here, note by note, so nobody
/// else has rights in it.
///
/// A mallet plays broken chords over a soft pad; a melody enters in every other bar. What rings on
/// at the end rings into the beginning, so the repetition is not heard.
public final class HoldMusic {
  private static final double BEAT_SECONDS = 0.75;
  private static final int BEATS = 4;

  /// Semitones above the A of 440 Hz.
  private static final int[][] CHORDS = {
    {-12, -5, 0, 3, 7}, // A minor
    {-16, -4, 0, 3, 8}, // F
    {-21, -9, -5, 3, 7}, // C
    {-14, -2, 2, 5, 10}, // G
    {-12, -5, 0, 3, 7},
    {-19, -7, -4, 5, 8}, // D minor
    {-16, -4, 0, 3, 8},
    {-17, -5, -1, 4, 7}, // E
  };

  /// Which note of the chord is struck, in eighths.
  private static final int[] PATTERN = {1, 3, 2, 4, 3, 2, 4, 3};

  /// Of every other bar: beats and semitones above the A.
  private static final double[][] MELODY = {
    {0, 12, 1.5, 10, 2, 8, 3, 7},
    {0, 7, 1, 8, 2, 10, 3, 7},
    {0, 7, 1.5, 5, 2, 3, 3, 2},
    {0, 3, 1, 5, 2, 4, 3, -1}
  };

  private static final double MALLET = 2_700;
  private static final double PAD = 780;
  private static final double VOICE = 2_100;

  private final double[] sum;

  private HoldMusic() {
    sum = new double[(int) (CHORDS.length * BEATS * BEAT_SECONDS * MediaLimits.RATE)];
  }

  /// Twenty-four seconds, to be repeated.
  public static Clip compose() {
    var music = new HoldMusic();
    for (var bar = 0; bar < CHORDS.length; bar++) music.bar(bar);
    var samples = new short[music.sum.length];
    for (var i = 0; i < samples.length; i++) samples[i] = (short) Math.round(music.sum[i]);
    return Clip.of(samples);
  }

  private void bar(int bar) {
    var chord = CHORDS[bar];
    var start = bar * BEATS;
    for (var note : chord) pad(start, note);
    for (var eighth = 0; eighth < PATTERN.length; eighth++)
      mallet(start + eighth / 2.0, chord[PATTERN[eighth]], MALLET);
    if (bar % 2 == 1) melody(start, MELODY[bar / 2]);
  }

  private void melody(int start, double[] notes) {
    for (var i = 0; i < notes.length; i += 2) mallet(start + notes[i], (int) notes[i + 1], VOICE);
  }

  /// A struck bar of wood: its fundamental, and an overtone two octaves higher that dies at once.
  private void mallet(double beat, int semitones, double level) {
    var hertz = hertz(semitones);
    var first = at(beat);
    for (var i = 0; i < MediaLimits.RATE * 2; i++) {
      var t = (double) i / MediaLimits.RATE;
      var attack = Math.min(1, t / 0.006);
      var tone = Math.sin(2 * Math.PI * hertz * t) * Math.exp(-2.6 * t);
      var strike = 4 * hertz > 3_400 ? 0 : 0.12 * Math.sin(8 * Math.PI * hertz * t);
      add(first + i, level * attack * (tone + strike * Math.exp(-14 * t)));
    }
  }

  /// Swells over the bar and into the next one; two voices slightly apart make it soft.
  private void pad(double beat, int semitones) {
    var hertz = hertz(semitones);
    var first = at(beat - 0.5);
    var length = (int) ((BEATS + 1) * BEAT_SECONDS * MediaLimits.RATE);
    for (var i = 0; i < length; i++) {
      var t = (double) i / MediaLimits.RATE;
      var swell = Math.pow(Math.sin(Math.PI * i / length), 2);
      var voices = Math.sin(2 * Math.PI * hertz * t) + Math.sin(2 * Math.PI * (hertz + 0.7) * t);
      add(first + i, PAD * swell * voices / 2);
    }
  }

  private static int at(double beat) {
    return (int) Math.round(beat * BEAT_SECONDS * MediaLimits.RATE);
  }

  private static double hertz(int semitones) {
    return 440 * Math.pow(2, semitones / 12.0);
  }

  /// The end rings into the beginning.
  private void add(int place, double value) {
    sum[Math.floorMod(place, sum.length)] += value;
  }
}
