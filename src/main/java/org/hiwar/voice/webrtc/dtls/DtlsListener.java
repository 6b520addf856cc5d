package org.hiwar.voice.webrtc.dtls;

/// Is told on the thread of the association.
public interface DtlsListener {
  void established(SrtpKeys keys);

  void failed(HandshakeFailure failure);

  void closedByPeer();
}
