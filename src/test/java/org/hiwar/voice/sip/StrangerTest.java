package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.hiwar.testing.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages from an address that is no trunk's and no phone's.
class StrangerTest extends VoiceTest {
  private static final String STRANGER = "127.0.0.9";
  private static final int FLOOD = 2_000;

  private static String request(String method, int number) {
    return method
        + " sip:100@127.0.0.1 SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.9:5060;rport;branch=z9hG4bK"
        + number
        + "\nFrom: <sip:friendly@127.0.0.9>;tag="
        + number
        + "\nTo: <sip:100@127.0.0.1>\nCall-ID: flood-"
        + number
        + "\nCSeq: 1 "
        + method
        + "\nMax-Forwards: 70\nContact: <sip:x@127.0.0.9>\nContent-Length: 0\n\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"INVITE", "OPTIONS", "BYE", "ACK", "CANCEL", "SUBSCRIBE"})
  void aFloodIsCountedAndGetsNoAnswerWhileACallGoesOn(String method) {
    try (var sipp = calledBy(endedByUs(calls()), Transport.UDP);
        var stranger = new Datagrams(STRANGER, hiwar.endpoint().address())) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));
      for (int i = 0; i < FLOOD; i++) {
        stranger.send(request(method, i));
        if (i % 100 == 99) {
          int sent = i + 1;
          // The socket's buffer is finite, and what overflows it is not counted by anybody.
          Await.until(() -> hiwar.endpoint().count(SipCount.STRANGER) == sent);
        }
      }
      assertThat(stranger.receive(200)).isEmpty();
      assertThat(hiwar.endpoint().calls()).isEqualTo(1);
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  @Test
  void attemptsToRegisterAreAnsweredOnlySoOften() {
    try (var stranger = new Datagrams(STRANGER, hiwar.endpoint().address())) {
      for (int i = 0; i < 200; i++) stranger.send(request("REGISTER", i));
      Await.until(() -> hiwar.endpoint().count(SipCount.TOO_MANY_REGISTERS) > 100);

      int answers = 0;
      while (stranger.receive(200).isPresent()) answers++;
      assertThat(answers).isBetween(1, 50);
    }
  }

  @Test
  void aResponseOfAStrangerIsCounted() {
    try (var stranger = new Datagrams(STRANGER, hiwar.endpoint().address())) {
      stranger.send("SIP/2.0 200 OK\nCall-ID: x\n\n");
      Await.until(() -> hiwar.endpoint().count(SipCount.STRANGER) == 1);
    }
  }

  @Test
  void aConnectionOfAStrangerEndsWithItsFirstLine() throws IOException {
    try (var stranger = connect(STRANGER)) {
      stranger
          .getOutputStream()
          .write("OPTIONS sip:x SIP/2.0\r\n".getBytes(StandardCharsets.US_ASCII));

      assertThat(stranger.getInputStream().read()).isEqualTo(-1);
      Await.until(() -> hiwar.endpoint().count(SipCount.STRANGER) == 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: y\r\n", // header after header
        "Subject: " + "xxxxxxxxxxxxxxxx", // a line without an end
        "Content-Length: 99999999\r\n\r\n",
        "Content-Length: -5\r\n\r\n"
      })
  void aConnectionThatSendsTooMuchIsEnded(String part) throws IOException {
    hiwar.trunk(9, Transport.TCP);
    try (var trunk = connect("127.0.0.1")) {
      var out = trunk.getOutputStream();
      out.write("OPTIONS sip:x SIP/2.0\r\n".getBytes(StandardCharsets.US_ASCII));
      var bytes = part.getBytes(StandardCharsets.US_ASCII);
      try {
        for (int i = 0; i < 2_000; i++) out.write(bytes);
      } catch (IOException _) {
        // Ended while we still wrote.
      }
      assertEnded(trunk);
      Await.until(
          () ->
              hiwar.endpoint().count(SipCount.TOO_LARGE)
                      + hiwar.endpoint().count(SipCount.MALFORMED)
                  > 0);
    }
  }

  /// RFC 3261 says nothing of it, so the limit is ours: five seconds for the rest of a message.
  @Test
  void aMessageThatNeverEndsDoesNotHoldAConnection() throws IOException {
    hiwar.trunk(9, Transport.TCP);
    try (var trunk = connect("127.0.0.1")) {
      trunk
          .getOutputStream()
          .write("OPTIONS sip:x SIP/2.0\r\nVia: ".getBytes(StandardCharsets.US_ASCII));

      assertEnded(trunk);
    }
  }

  private static void assertEnded(Socket socket) throws IOException {
    try {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    } catch (java.net.SocketException _) {
      // Ended with a reset: more had come than was read.
    }
  }

  private Socket connect(String from) throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
    socket.connect(hiwar.endpoint().address());
    socket.setSoTimeout(30_000);
    return socket;
  }
}
