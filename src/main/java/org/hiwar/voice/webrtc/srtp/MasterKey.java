package org.hiwar.voice.webrtc.srtp;

/// What the session keys of one direction are derived from
/// ([RFC 3711 section 3.2.1](https://www.rfc-editor.org/rfc/rfc3711#section-3.2.1)).
///
/// @param salt 14 bytes, or 12 for AES-GCM
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MasterKey(byte[] key, byte[] salt) {}
