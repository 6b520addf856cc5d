package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.hiwar.testing.Await;
import org.junit.jupiter.api.Test;

/// Malformed and strange messages from an address that is let in, made after the ideas of RFC 4475,
/// while a call is up. Nothing may throw, nothing may end the call, and afterwards everything
/// works.
class TortureTest extends VoiceTest {
  /// So many at once as find room in the buffers of both sockets.
  private static final int BATCH = 50;

  private static final int LONGEST_MS = 20_000;

  private static final String GOOD =
      """
      OPTIONS sip:x@127.0.0.1 SIP/2.0
      Via: SIP/2.0/UDP 127.0.0.1:PORT;rport;branch=z9hG4bKNUMBER
      From: <sip:t@127.0.0.1>;tag=f
      To: <sip:x@127.0.0.1>
      Call-ID: torture-NUMBER
      CSeq: 1 OPTIONS
      Max-Forwards: 70
      Content-Length: 0

      """;

  private static String changed(String from, String to) {
    if (!GOOD.contains(from)) throw new IllegalArgumentException(from);
    return GOOD.replace(from, to);
  }

  private static Map<String, String> messages() {
    var all = new LinkedHashMap<String, String>();
    all.put("nothing that is SIP", "\u0000\u0001\u0002\u0003hello\n\n");
    all.put("a request line alone", "OPTIONS sip:x@127.0.0.1 SIP/2.0\n\n");
    all.put("a start line that goes on", changed("SIP/2.0\nVia", "SIP/2.0 and more\nVia"));
    all.put("many blanks in the start line", changed("OPTIONS sip:x", "OPTIONS     sip:x"));
    all.put("an unknown version", changed("127.0.0.1 SIP/2.0\n", "127.0.0.1 SIP/7.0\n"));
    all.put("a version that is no number", changed("127.0.0.1 SIP/2.0\n", "127.0.0.1 SIP/x.y\n"));
    all.put("an unknown scheme", changed("sip:x@127.0.0.1 SIP", "nobody:knows SIP"));
    all.put("an address in brackets", changed("sip:x@127.0.0.1 SIP", "<sip:x@127.0.0.1> SIP"));
    all.put("an address with a blank", changed("sip:x@127.0.0.1 SIP", "sip:x @127.0.0.1 SIP"));
    all.put("an escaped zero in a name", changed("sip:x@", "sip:%00%0d%0a@"));
    all.put("a broken escape", changed("sip:x@127.0.0.1 SIP", "sip:%Z%@127.0.0.1 SIP"));
    all.put("headers in an address", changed("127.0.0.1 SIP", "127.0.0.1?Route=%3Csip:e%3E SIP"));
    all.put("a port beyond all ports", changed("x@127.0.0.1 SIP", "x@127.0.0.1:99999999999 SIP"));
    all.put("an unknown method", GOOD.replace("OPTIONS", "!interesting-Method0123456789_*+`.%"));
    all.put("a method unlike its sequence", changed("1 OPTIONS", "1 INVITE"));
    all.put("a sequence that is too large", changed("CSeq: 1 ", "CSeq: 36893488147419103232 "));
    all.put("a sequence below zero", changed("CSeq: 1 ", "CSeq: -1 "));
    all.put("no sequence", changed("CSeq: 1 OPTIONS\n", ""));
    all.put("no call id", changed("Call-ID: torture-NUMBER\n", ""));
    all.put("no From", changed("From: <sip:t@127.0.0.1>;tag=f\n", ""));
    all.put("no To", changed("To: <sip:x@127.0.0.1>\n", ""));
    all.put("no Via", GOOD.replaceAll("Via: [^\n]*\n", ""));
    all.put("two sequences", changed("CSeq: 1 OPTIONS\n", "CSeq: 1 OPTIONS\nCSeq: 2 INVITE\n"));
    all.put("two Froms", changed("To: ", "From: <sip:u@127.0.0.1>;tag=g\nTo: "));
    all.put("no tag in From", changed(";tag=f", ""));
    all.put("an empty tag", changed(";tag=f", ";tag="));
    all.put("a From that never closes", changed("From: <sip:t@127.0.0.1>", "From: \"t <sip:t@"));
    all.put("a transport nobody has", changed("SIP/2.0/UDP", "SIP/2.0/PIGEON"));
    all.put("a branch without its cookie", changed("branch=z9hG4bK", "branch="));
    all.put("a branch of the cookie alone", changed("branch=z9hG4bKNUMBER", "branch=z9hG4bK"));
    all.put("an answer to somewhere else", changed("127.0.0.1:PORT", "192.0.2.1:9"));
    all.put("a maddr of a group", changed(";rport", ";maddr=224.0.0.1;rport"));
    all.put("folded headers", changed("To: <sip:x", "To:\n   \t <sip:x"));
    all.put("short names and odd case", changed("From:", "f:").replace("To:", "T :"));
    all.put("a length longer than the body", changed("Content-Length: 0", "Content-Length: 9999"));
    all.put("a length below zero", changed("Content-Length: 0", "Content-Length: -999"));
    all.put("a length that is no number", changed("Content-Length: 0", "Content-Length: many"));
    all.put("lengths that differ", changed("Content-Length: 0", "Content-Length: 0\nl: 5"));
    all.put("Max-Forwards used up", changed("Max-Forwards: 70", "Max-Forwards: 0"));
    all.put("Max-Forwards that is no number", changed("Max-Forwards: 70", "Max-Forwards: lots"));
    all.put("a date of nowhere", changed("Max-", "Date: Fri, 01 Jan 2010 16:00:00 EST\nMax-"));
    all.put(
        "a warning with a broken quote", changed("Max-", "Warning: 1812 o \"In Progress\nMax-"));
    all.put("a header of quotes", changed("Max-", "X: \"\\\"\\\\\"\"\"\nMax-"));
    all.put("a header without a colon", changed("Max-", "no colon here\nMax-"));
    all.put("a header without a name", changed("Max-", ": nobody\nMax-"));
    all.put(
        "bytes beyond all alphabets", changed("Max-", "Subject: \u0000\uFFFD\uD83D\uDE00\nMax-"));
    all.put(
        "a contact of a hundred commas", changed("Max-", "Contact: " + ",".repeat(100) + "\nMax-"));
    all.put("parentheses without end", changed("Max-", "Accept: " + "(".repeat(500) + "\nMax-"));
    all.put("a digest of nothing", changed("Max-", "Authorization: Digest\nMax-"));
    all.put(
        "a response that nobody asked for",
        "SIP/2.0 200 OK\n" + GOOD.substring(GOOD.indexOf('\n') + 1));
    all.put(
        "a response of status 4294967301",
        "SIP/2.0 4294967301 OK\n" + GOOD.substring(GOOD.indexOf('\n') + 1));
    all.put("an ACK of no call", GOOD.replace("OPTIONS", "ACK"));
    all.put(
        "a BYE of no call",
        GOOD.replace("OPTIONS", "BYE").replace("127.0.0.1>\nCall", "127.0.0.1>;tag=q\nCall"));
    all.put("a CANCEL of nothing", GOOD.replace("OPTIONS", "CANCEL"));
    all.put("a PRACK of nothing", GOOD.replace("OPTIONS", "PRACK"));
    all.put("an INVITE to nobody", GOOD.replace("OPTIONS", "INVITE").replace("sip:x@", "sip:@"));
    all.put(
        "an INVITE of another scheme",
        GOOD.replace("OPTIONS sip:x@127.0.0.1", "INVITE tel:112").replace("1 OPTIONS", "1 INVITE"));
    return all;
  }

  @Test
  void noMessageDisturbsACallOrTheNextMessage() {
    try (var sipp = calledBy(endedByUs(calls()), Transport.UDP);
        var trunk = new Datagrams("127.0.0.1", hiwar.endpoint().address())) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));
      sipp.hasSeen("ACK sip:", 1);
      int number = 0;
      for (var message : messages().entrySet()) {
        trunk.send(numbered(message.getValue(), trunk, number++));
        assertAlive(trunk, number++, message.getKey());
      }
      assertThat(hiwar.endpoint().count(SipCount.MALFORMED)).isPositive();
      assertThat(hiwar.endpoint().count(SipCount.FAULT)).isZero();
      assertThat(in.heard().isEmpty()).isTrue();
      // A call of the last messages may still be on its way to its refusal.
      Await.until(() -> hiwar.endpoint().calls() == 1);
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  /// Five thousand messages with a few bytes changed at random.
  @Test
  void noChangeOfBytesDisturbsACall() {
    try (var sipp = calledBy(endedByUs(calls()), Transport.UDP);
        var trunk = new Datagrams("127.0.0.1", hiwar.endpoint().address())) {
      var in = hiwar.arrived();
      in.call().answer(answerTo(in));
      sipp.hasSeen("ACK sip:", 1);
      var random = new Random(4475);
      for (int i = 0; i < 5_000; i++) {
        var bytes = numbered(GOOD, trunk, i).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        for (int n = random.nextInt(5); n >= 0; n--)
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        trunk.send(bytes);
        if (i % BATCH == 0) assertAlive(trunk, 100_000 + i, "message " + i);
      }
      assertAlive(trunk, 1_000_000, "the last");
      assertThat(hiwar.endpoint().count(SipCount.FAULT)).isZero();
      assertThat(in.heard().isEmpty()).isTrue();
      in.call().hangUp();
      sipp.succeeds();
    }
  }

  @Test
  void whatIsTooLargeIsCountedBeforeAnythingReadsIt() {
    hiwar.trunk(9, Transport.UDP);
    try (var trunk = new Datagrams("127.0.0.1", hiwar.endpoint().address())) {
      trunk.send(numbered(changed("Max-", "Subject: " + "x".repeat(9_000) + "\nMax-"), trunk, 1));
      trunk.send(numbered(changed("Max-", "X: y\n".repeat(200) + "Max-"), trunk, 2));
      Await.until(() -> hiwar.endpoint().count(SipCount.TOO_LARGE) == 2);

      assertAlive(trunk, 3, "the large ones");
    }
  }

  private static String numbered(String message, Datagrams from, int number) {
    return message
        .replace("PORT", Integer.toString(from.port()))
        .replace("NUMBER", Integer.toString(number));
  }

  /// An ordinary request is answered; what was sent before and has its answers waiting, too.
  private static void assertAlive(Datagrams trunk, int number, String after) {
    trunk.send(numbered(GOOD, trunk, number));
    var text = trunk.receive(LONGEST_MS);
    while (text.isPresent() && !isAnswerTo(number, text.get())) text = trunk.receive(LONGEST_MS);
    assertThat(text).as("an answer after %s", after).isPresent();
  }

  private static boolean isAnswerTo(int number, String text) {
    return text.startsWith("SIP/2.0 200") && text.contains("torture-" + number + "\n");
  }
}
