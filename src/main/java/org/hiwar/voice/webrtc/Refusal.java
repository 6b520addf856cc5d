package org.hiwar.voice.webrtc;

/// Why a datagram that came to the port was not taken, or one was not sent.
public enum Refusal {
  /// The first byte is of no protocol of WebRTC
  /// ([RFC 7983](https://www.rfc-editor.org/rfc/rfc7983)).
  UNKNOWN_PROTOCOL,
  STUN_MALFORMED,
  /// No binding request.
  STUN_UNEXPECTED,
  /// For no leg that there is.
  STUN_UNKNOWN_LEG,
  /// For a leg, but not with its password.
  STUN_NOT_AUTHENTIC,
  /// With an attribute that we do not know, or in the wrong role.
  STUN_FAULTY,
  STUN_TOO_MANY_ADDRESSES,
  /// From an address that has passed no check.
  DTLS_FROM_STRANGER,
  /// Faster than it can be read.
  DTLS_TOO_MUCH,
  DTLS_BAD_HELLO,
  DTLS_NO_COMMON_PROFILE,
  DTLS_WRONG_CERTIFICATE,
  DTLS_BROKEN,
  /// RTP or RTCP from an address that has passed no check.
  MEDIA_FROM_STRANGER,
  /// Before the handshake.
  MEDIA_TOO_EARLY,
  MEDIA_MALFORMED,
  MEDIA_NOT_AUTHENTIC,
  MEDIA_REPLAYED,
  MEDIA_TOO_MANY_SOURCES,
  /// RTP of a payload type that was not agreed on.
  MEDIA_OTHER_PAYLOAD,
  /// We were to send what is no RTP, or a sequence number twice.
  SEND_REFUSED,
  /// The network took no more at the moment.
  SEND_DROPPED,
  /// A fault of ours; the log has it.
  FAULT
}
