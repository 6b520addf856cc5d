package org.hiwar.voice.media;

/// One end of a call that carries audio: a browser's leg, or a socket towards a trunk or a phone.
///
/// Packets are RTP in the clear ([RFC 3550](https://www.rfc-editor.org/rfc/rfc3550) section 5.1);
/// what encrypts does so below this line. A leg outlives the calls it takes part in.
public interface MediaLeg {
  /// What is behind a packet passed to [#send]: room for the authentication tag of SRTP, in bytes.
  int TRAILER = 32;

  /// Where packets from the far end go from now on. Called on the thread that reads the leg's
  /// socket, so the sink must not block. [PacketSink#NOTHING] drops them.
  void deliverTo(PacketSink sink);

  /// Sends the RTP packet in the first `length` bytes of `packet`, which may be overwritten up to
  /// `length` + [#TRAILER]. What cannot be sent at once is dropped, as the network would.
  void send(byte[] packet, int length);

  /// The payload types agreed with the far end.
  Payloads payloads();
}
