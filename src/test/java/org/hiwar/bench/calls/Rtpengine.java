package org.hiwar.bench.calls;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// rtpengine in user space and its protocol *ng*: bencoded dictionaries over UDP behind a cookie.
final class Rtpengine implements AutoCloseable {
  private static final String HOST = "127.7.9.8";
  private static final int PORT = 22_230;
  private static final int PATIENCE_MS = 5_000;
  private final PeerProcess process;
  private final DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.7.9.9"));
  private int cookie;

  Rtpengine(String program) throws IOException, InterruptedException {
    socket.setSoTimeout(PATIENCE_MS);
    process =
        new PeerProcess(
            List.of(
                program,
                "--config-file=none",
                "--table=-1",
                "--interface=" + HOST,
                "--listen-ng=" + HOST + ":" + PORT,
                "--port-min=30000",
                "--port-max=39999",
                "--log-level=3",
                "--foreground"));
    Thread.sleep(1_000);
    if (!ask(Map.of("command", "ping")).contains("pong"))
      throw new IOException("rtpengine does not answer");
  }

  ProcessHandle handle() {
    return process.handle();
  }

  /// The description that goes to the other side.
  String offer(String call, String sdp, String profile) throws IOException {
    return sdp(
        ask(
            Map.of(
                "command",
                "offer",
                "call-id",
                call,
                "from-tag",
                "caller",
                "ICE",
                "remove",
                "transport-protocol",
                profile,
                "sdp",
                sdp)));
  }

  String answer(String call, String sdp) throws IOException {
    return sdp(
        ask(
            Map.of(
                "command", "answer",
                "call-id", call,
                "from-tag", "caller",
                "to-tag", "agent",
                "ICE", "remove",
                "transport-protocol", "RTP/AVP",
                "sdp", sdp)));
  }

  private String ask(Map<String, String> question) throws IOException {
    var text = new StringBuilder((++cookie) + " d");
    new TreeMap<>(question).forEach((name, value) -> text.append(of(name)).append(of(value)));
    var bytes = text.append('e').toString().getBytes(StandardCharsets.UTF_8);
    var to = new InetSocketAddress(InetAddress.ofLiteral(HOST), PORT);
    socket.send(new DatagramPacket(bytes, bytes.length, to));
    var answer = new DatagramPacket(new byte[8192], 8192);
    socket.receive(answer);
    return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
  }

  private static String of(String text) {
    return text.length() + ":" + text;
  }

  private static String sdp(String answer) throws IOException {
    int at = answer.indexOf("3:sdp");
    if (at < 0) throw new IOException("rtpengine says " + answer);
    int colon = answer.indexOf(':', at + 5);
    int length = Integer.parseInt(answer.substring(at + 5, colon));
    return answer.substring(colon + 1, colon + 1 + length);
  }

  @Override
  public void close() throws InterruptedException {
    socket.close();
    process.close();
  }
}
