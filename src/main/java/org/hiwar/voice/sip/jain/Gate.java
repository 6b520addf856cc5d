package org.hiwar.voice.sip.jain;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.SipLimits;

/// Decides by the bytes alone, before any parser, what is looked at: messages of a bearable size
/// from known sources, and from others a few requests to register. The rest is counted and gets no
/// answer at all, so that a scanner finds nothing here.
final class Gate {
  private static final byte[] REGISTER = "REGISTER ".getBytes(StandardCharsets.US_ASCII);

  private final Predicate<InetSocketAddress> known;
  private final SipLimits limits;
  private final Counts counts;
  private final Rate<InetAddress> registers;

  Gate(
      Predicate<InetSocketAddress> known,
      SipLimits limits,
      Counts counts,
      Rate<InetAddress> registers) {
    this.known = known;
    this.limits = limits;
    this.counts = counts;
    this.registers = registers;
  }

  /// Whether a datagram goes on to the parser.
  boolean admits(byte[] bytes, int offset, int length, InetSocketAddress from) {
    if (isKeepAlive(bytes, offset, length)) return false;
    if (length > limits.messageBytes() || tooManyLines(bytes, offset, length)) {
      counts.add(SipCount.TOO_LARGE);
      return false;
    }
    return known.test(from) || admitsStranger(startsWithRegister(bytes, offset, length), from);
  }

  /// Whether a stranger's message is looked at; used for both transports.
  boolean admitsStranger(boolean registers, InetSocketAddress from) {
    if (!registers) {
      counts.add(SipCount.STRANGER);
      return false;
    }
    if (this.registers.allows(from.getAddress())) return true;
    counts.add(SipCount.TOO_MANY_REGISTERS);
    return false;
  }

  boolean knows(InetSocketAddress from) {
    return known.test(from);
  }

  SipLimits limits() {
    return limits;
  }

  void refused(SipCount why) {
    counts.add(why);
  }

  /// Line ends alone, and single zero bytes, by which routers are kept open.
  private static boolean isKeepAlive(byte[] bytes, int offset, int length) {
    if (length > 4) return false;
    for (int i = offset; i < offset + length; i++)
      if (bytes[i] != '\r' && bytes[i] != '\n' && bytes[i] != 0) return false;
    return true;
  }

  private boolean tooManyLines(byte[] bytes, int offset, int length) {
    int lines = 0;
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] != '\n') continue;
      if (++lines > limits.headerLines()) return true;
      if (i + 2 < offset + length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') return false;
    }
    return false;
  }

  static boolean startsWithRegister(byte[] bytes, int offset, int length) {
    if (length < REGISTER.length) return false;
    for (int i = 0; i < REGISTER.length; i++) if (bytes[offset + i] != REGISTER[i]) return false;
    return true;
  }
}
