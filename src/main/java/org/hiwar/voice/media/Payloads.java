package org.hiwar.voice.media;

/// The payload types of a leg as its SDP agreed on them.
///
/// @param audio what is sent: [#PCMU] or [#PCMA]
/// @param telephoneEvent of RFC 4733 at 8,000 Hz, or [#NONE] when the far end offered none
public record Payloads(int audio, int telephoneEvent) {
  public static final int PCMU = 0;
  public static final int PCMA = 8;
  public static final int NONE = -1;

  public Payloads {
    if (audio != PCMU && audio != PCMA) throw new IllegalArgumentException("audio type " + audio);
  }
}
