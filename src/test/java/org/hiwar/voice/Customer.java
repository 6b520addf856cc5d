package org.hiwar.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Ticks;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.rtp.Phone;
import org.hiwar.voice.media.sound.Clip;

/// What is said and heard at a customer's telephone, in A-law: one tone, and keys. Signalling is
/// somebody else's.
public final class Customer implements AutoCloseable {
  static final int KEY_TYPE = 101;
  private static final int KEY_PACKETS = 8;
  private static final int FRAME = 160;
  private static final int HALF_A_SECOND = 25;
  /// Packets from one half second that is looked at to the next.
  private static final int APART = 5;

  private final Phone phone;
  private final Tone voice;
  private int frame;
  private int key;
  private int keyLeft;
  private int keyBegan;

  Customer(int hertz) throws IOException {
    this("127.0.0.1", hertz);
  }

  /// At one of this machine's own addresses.
  public Customer(String address, int hertz) throws IOException {
    phone = new Phone(address);
    voice = Tone.of(hertz);
  }

  public int port() {
    return phone.address().getPort();
  }

  /// Talks to a port from now on, until the telephone is closed.
  public void talkTo(int port, Ticks ticks) {
    ticks.each(() -> say(port));
  }

  public synchronized void press(int code) {
    key = code;
    keyLeft = KEY_PACKETS;
    keyBegan = frame * FRAME;
  }

  private synchronized boolean say(int port) {
    try {
      phone.send(keyLeft > 0 ? ofKey() : ofVoice(), port);
    } catch (IOException e) {
      if (phone.isClosed()) return false;
      throw new UncheckedIOException(e);
    }
    frame++;
    return true;
  }

  private Packet ofVoice() {
    return Packet.audio(frame, FRAME * frame, voice.frame(frame, Payloads.PCMA)).of(Payloads.PCMA);
  }

  private Packet ofKey() {
    var first = keyLeft == KEY_PACKETS;
    keyLeft--;
    var duration = frame * FRAME - keyBegan + FRAME;
    var end = keyLeft == 0 ? 0x8A : 0x0A;
    var event = new byte[] {(byte) key, (byte) end, (byte) (duration >> 8), (byte) duration};
    return new Packet(KEY_TYPE, first, frame & 0xFFFF, keyBegan, 0x1234, event);
  }

  /// Whether the key that was pressed last is still down.
  public synchronized boolean isPressing() {
    return keyLeft > 0;
  }

  public int packets() {
    return phone.received().size();
  }

  /// The codes of the keys that came, each as often as its packets.
  public List<Integer> keys() {
    return phone.packets().stream()
        .filter(packet -> packet.type() == KEY_TYPE)
        .map(packet -> (int) packet.payload()[0])
        .toList();
  }

  /// The sequence numbers of the voice that came, in the order in which it came.
  public List<Integer> numbers() {
    return voice().stream().map(Packet::sequence).toList();
  }

  /// The last half second that came, packet after packet in the order in which they came.
  public short[] lately() {
    var all = voice();
    return joined(all.subList(Math.max(0, all.size() - HALF_A_SECOND), all.size()));
  }

  /// Whether half a second of what came so far was of a clip. What is said once may be over when we
  /// come to look.
  public boolean hasHeard(Clip clip) {
    var all = voice();
    return IntStream.iterate(0, from -> from + HALF_A_SECOND <= all.size(), from -> from + APART)
        .mapToObj(from -> joined(all.subList(from, from + HALF_A_SECOND)))
        .anyMatch(half -> Likeness.of(half, clip) > 0.9);
  }

  private List<Packet> voice() {
    return phone.packets().stream().filter(packet -> packet.type() == Payloads.PCMA).toList();
  }

  private static short[] joined(List<Packet> packets) {
    var samples = new short[HALF_A_SECOND * FRAME];
    for (var i = 0; i < packets.size(); i++)
      System.arraycopy(packets.get(i).samples(), 0, samples, i * FRAME, FRAME);
    return samples;
  }

  /// Whether the last half second is this tone without a jump. A browser that gets no processor for
  /// a moment leaves such a jump in what it sends, and the half second in which it is has no tone:
  /// where a browser speaks, this is waited for.
  public boolean hears(double hertz) {
    return Tone.amplitude(lately(), hertz) > 3_000;
  }

  /// In the same half second.
  boolean hearsButNot(double hertz, double other) {
    var heard = lately();
    return Tone.amplitude(heard, hertz) > 3_000 && Tone.amplitude(heard, other) < 100;
  }

  public boolean hearsNothingOf(double hertz) {
    return Tone.amplitude(lately(), hertz) < 100;
  }

  /// In no half second since a packet of the voice, counted as in [#numbers].
  public boolean heardNothingOf(double hertz, int since) {
    var all = voice();
    var heard = all.subList(since, all.size());
    return IntStream.range(0, Math.max(1, heard.size() / HALF_A_SECOND))
        .map(half -> half * HALF_A_SECOND)
        .mapToObj(from -> heard.subList(from, Math.min(heard.size(), from + HALF_A_SECOND)))
        .allMatch(half -> Tone.amplitude(joined(half), hertz) < 100);
  }

  @Override
  public void close() {
    phone.close();
  }
}
