package org.hiwar.voice.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A bare UDP socket that speaks SIP as a test writes it, byte for byte.
final class Datagrams implements AutoCloseable {
  private static final int LIMIT_MS = 30_000;

  private final DatagramSocket socket;
  private final InetSocketAddress whom;
  private final Set<String> seen = new HashSet<>();

  /// @param from on loopback; another than 127.0.0.1 is a stranger
  Datagrams(String from, InetSocketAddress whom) {
    try {
      this.whom = whom;
      socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  String address() {
    return socket.getLocalAddress().getHostAddress();
  }

  /// Line ends of the text become those of SIP.
  void send(String text) {
    send(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) {
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, whom));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String receive() {
    return receive(LIMIT_MS).orElseThrow(() -> new AssertionError("nothing came"));
  }

  /// The next message that begins with this; others are passed over.
  String receive(String beginning) {
    for (int i = 0; i < 100; i++) {
      var text = receive();
      if (text.startsWith(beginning)) return text;
    }
    throw new AssertionError("nothing came that begins with " + beginning);
  }

  /// The same, but what is sent again because we were slow to answer is passed over too. SIP does
  /// so over UDP after half a second (RFC 3261 section 17.1.2.2), which a busy machine may take.
  String receiveNew(String beginning) {
    var before = Set.copyOf(seen);
    var text = receive(beginning);
    while (before.contains(text)) text = receive(beginning);
    return text;
  }

  /// Empty when nothing comes in the time.
  Optional<String> receive(int withinMs) {
    try {
      socket.setSoTimeout(withinMs);
      var packet = new DatagramPacket(new byte[65_536], 65_536);
      socket.receive(packet);
      var text =
          new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8)
              .replace("\r\n", "\n");
      seen.add(text);
      return Optional.of(text);
    } catch (SocketTimeoutException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The value of a header in a message.
  static String header(String message, String name) {
    return message
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in\n" + message));
  }

  /// An answer to a request, with its headers copied as they must be.
  static String answer(String request, String status, String more) {
    var to = header(request, "To");
    return "SIP/2.0 "
        + status
        + "\nVia: "
        + header(request, "Via")
        + "\nFrom: "
        + header(request, "From")
        + "\nTo: "
        + (to.contains(";tag=") ? to : to + ";tag=bare")
        + "\nCall-ID: "
        + header(request, "Call-ID")
        + "\nCSeq: "
        + header(request, "CSeq")
        + "\n"
        + more
        + "Content-Length: 0\n\n";
  }

  @Override
  public void close() {
    socket.close();
  }
}
