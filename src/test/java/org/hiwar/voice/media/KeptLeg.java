package org.hiwar.voice.media;

import java.util.ArrayList;
import java.util.List;

/// A leg whose far end is the test.
public final class KeptLeg implements MediaLeg {
  private final List<Packet> sent = new ArrayList<>();
  private volatile Payloads payloads;
  private volatile PacketSink sink = PacketSink.NOTHING;

  public KeptLeg(Payloads payloads) {
    this.payloads = payloads;
  }

  public static KeptLeg mu() {
    return new KeptLeg(new Payloads(Payloads.PCMU, 101));
  }

  @Override
  public void deliverTo(PacketSink newSink) {
    sink = newSink;
  }

  @Override
  public synchronized void send(byte[] packet, int length) {
    sent.add(Packet.read(packet, 0, length));
  }

  @Override
  public Payloads payloads() {
    return payloads;
  }

  public void agree(Payloads newPayloads) {
    payloads = newPayloads;
  }

  /// A packet comes from the far end.
  public void hear(Packet packet) {
    packet.to(sink);
  }

  public synchronized List<Packet> sent() {
    return List.copyOf(sent);
  }

  /// Everything that was sent, one packet behind the other.
  public synchronized short[] sound() {
    var all = new short[sent.stream().mapToInt(packet -> packet.payload().length).sum()];
    var at = 0;
    for (var packet : sent) {
      var samples = packet.samples();
      System.arraycopy(samples, 0, all, at, samples.length);
      at += samples.length;
    }
    return all;
  }

  public synchronized void forget() {
    sent.clear();
  }
}
