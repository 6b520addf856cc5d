package org.hiwar.voice.media.relay;

/// Something in the stream of a line besides its source, which is skipped until this is closed.
public interface Interjection extends AutoCloseable {
  /// Sends a packet of a telephone event
  /// ([RFC 4733](https://www.rfc-editor.org/rfc/rfc4733) section 2.3). All packets of one event
  /// have the timestamp of the first.
  ///
  /// @param first whether an event begins
  /// @param code of the event, 0 to 15 for the keys
  /// @param duration of the event until now, in samples
  void event(boolean first, int code, boolean end, int duration);

  /// Sends a frame of µ-law.
  void audio(byte[] frame);

  /// The source goes on.
  @Override
  void close();
}
