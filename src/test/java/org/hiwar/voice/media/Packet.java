package org.hiwar.voice.media;

import java.util.Arrays;

/// An RTP packet, as tests write and read it.
public record Packet(
    int type, boolean marker, int sequence, int timestamp, int ssrc, byte[] payload) {
  public static Packet audio(int sequence, int timestamp, byte[] payload) {
    return new Packet(Payloads.PCMU, false, sequence & 0xFFFF, timestamp, 0x1234, payload);
  }

  public static Packet read(byte[] bytes, int offset, int length) {
    if (!Rtp.isWellFormed(bytes, offset, length)) throw new AssertionError("no RTP packet");
    var from = offset + Rtp.headerLength(bytes, offset);
    return new Packet(
        Rtp.payloadType(bytes, offset),
        Rtp.marker(bytes, offset),
        Rtp.sequence(bytes, offset),
        Rtp.timestamp(bytes, offset),
        Rtp.ssrc(bytes, offset),
        Arrays.copyOfRange(bytes, from, from + Rtp.payloadLength(bytes, offset, length)));
  }

  public Packet of(int newType) {
    return new Packet(newType, marker, sequence, timestamp, ssrc, payload);
  }

  public Packet from(int newSsrc) {
    return new Packet(type, marker, sequence, timestamp, newSsrc, payload);
  }

  public byte[] bytes() {
    var bytes = new byte[Rtp.HEADER + payload.length];
    Rtp.write(bytes, marker, type, sequence, timestamp);
    Rtp.setSsrc(bytes, 0, ssrc);
    System.arraycopy(payload, 0, bytes, Rtp.HEADER, payload.length);
    return bytes;
  }

  public void to(PacketSink sink) {
    var bytes = bytes();
    sink.packet(bytes, 0, bytes.length);
  }

  /// The linear samples of the payload.
  public short[] samples() {
    var samples = new short[payload.length];
    for (var i = 0; i < samples.length; i++) samples[i] = G711.linear(type, payload[i]);
    return samples;
  }
}
