package org.hiwar.voice.webrtc.dtls;

/// Where datagrams go; what cannot be sent is lost, as on the way.
@FunctionalInterface
public interface DatagramOut {
  void send(byte[] bytes, int offset, int length);
}
