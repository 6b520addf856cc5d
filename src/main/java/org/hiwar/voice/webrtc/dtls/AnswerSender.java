package org.hiwar.voice.webrtc.dtls;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bouncycastle.tls.DatagramSender;

/// Sends what a ClientHello without cookie is answered with, and remembers that it did.
record AnswerSender(DatagramSender network, AtomicBoolean answered) implements DatagramSender {
  @Override
  public int getSendLimit() throws IOException {
    return network.getSendLimit();
  }

  @Override
  public void send(byte[] bytes, int offset, int length) throws IOException {
    answered.set(true);
    network.send(bytes, offset, length);
  }
}
