package org.hiwar.voice.sip.jain;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import org.hiwar.voice.sip.SipCount;

/// Watches the messages of a connection as they pass (RFC 3261 section 18.3): the size of the head
/// and of the body, the number of header lines, and that a stranger asks for nothing but to
/// register. What goes beyond ends the connection.
final class GatedInput extends FilterInputStream {
  private static final String LENGTH = "content-length:";
  private static final String SHORT_LENGTH = "l:";

  private final Gate gate;
  private final InetSocketAddress from;
  private final StringBuilder line = new StringBuilder();
  private int lines;
  private int headBytes;
  private int bodyLeft;
  private int length;

  GatedInput(InputStream in, Gate gate, InetSocketAddress from) {
    super(in);
    this.gate = gate;
    this.from = from;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) pass((byte) one);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    int got = super.read(bytes, offset, count);
    for (int i = offset; i < offset + got; i++) pass(bytes[i]);
    return got;
  }

  private void pass(byte one) throws IOException {
    if (bodyLeft > 0) {
      bodyLeft--;
    } else if (one == '\n') {
      endOfLine();
    } else {
      if (++headBytes > gate.limits().messageBytes()) throw refused(SipCount.TOO_LARGE);
      if (one != '\r') line.append((char) (one & 0xff));
    }
  }

  private void endOfLine() throws IOException {
    if (line.isEmpty() && lines == 0) return; // between messages, to keep the connection open
    if (line.isEmpty()) {
      bodyLeft = length;
      lines = 0;
      headBytes = 0;
      length = 0;
      return;
    }
    if (lines++ == 0) startLine();
    if (lines > gate.limits().headerLines()) throw refused(SipCount.TOO_LARGE);
    var text = line.toString();
    line.setLength(0);
    if (isNamed(text, LENGTH)) length = number(text.substring(LENGTH.length()));
    else if (isNamed(text, SHORT_LENGTH)) length = number(text.substring(SHORT_LENGTH.length()));
  }

  private void startLine() throws IOException {
    if (gate.knows(from)) return;
    boolean registers = line.toString().startsWith("REGISTER ");
    if (!gate.admitsStranger(registers, from)) throw new IOException("a stranger");
  }

  private static boolean isNamed(String text, String name) {
    return text.replace(" ", "").regionMatches(true, 0, name, 0, name.length());
  }

  private int number(String text) throws IOException {
    try {
      int value = Integer.parseInt(text.substring(text.indexOf(':') + 1).strip());
      if (value >= 0 && value <= gate.limits().messageBytes()) return value;
    } catch (NumberFormatException _) {
      throw refused(SipCount.MALFORMED);
    }
    throw refused(SipCount.TOO_LARGE);
  }

  private IOException refused(SipCount why) {
    gate.refused(why);
    return new IOException("refused: " + why);
  }
}
