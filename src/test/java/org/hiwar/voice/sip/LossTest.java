package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.hiwar.testing.Await;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Messages over UDP that are lost, come twice, or come from two at once.
class LossTest extends VoiceTest {
  private static final String SDP =
      """
      v=0
      o=- 1 1 IN IP4 127.0.0.1
      s=-
      c=IN IP4 127.0.0.1
      t=0 0
      m=audio 6000 RTP/AVP 8
      """
          .replace("\n", "\r\n");

  private final Datagrams trunk = new Datagrams("127.0.0.1", hiwar.endpoint().address());

  @AfterEach
  void away() {
    trunk.close();
  }

  private TestEndpoint.Calling dial() {
    return hiwar.dial(hiwar.trunk(trunk.port(), Transport.UDP));
  }

  private String answer(String invite, String tag) {
    return Datagrams.answer(invite, "200 OK", contact())
            .replace(";tag=bare", ";tag=" + tag)
            .replace(
                "Content-Length: 0\n\n",
                "Content-Type: application/sdp\nContent-Length: " + SDP.length() + "\n\n")
        + SDP.replace("\r\n", "\n");
  }

  private String contact() {
    return "Contact: <sip:t@127.0.0.1:" + trunk.port() + ">\n";
  }

  private String request(String method, int sequence, String branch, String toTag) {
    return method
        + " sip:100@127.0.0.1 SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1:"
        + trunk.port()
        + ";branch=z9hG4bK"
        + branch
        + "\nFrom: <sip:+4917012@127.0.0.1>;tag=f\nTo: <sip:100@127.0.0.1>"
        + toTag
        + "\nCall-ID: loss\nCSeq: "
        + sequence
        + " "
        + method
        + "\nMax-Forwards: 70\n"
        + contact();
  }

  private String invite(String branch) {
    return request("INVITE", 1, branch, "")
        + "Content-Type: application/sdp\nContent-Length: "
        + SDP.length()
        + "\n\n"
        + SDP.replace("\r\n", "\n");
  }

  @Test
  void anInviteThatIsLostIsSentAgain() {
    var out = dial();
    var first = trunk.receive("INVITE ");
    assertThat(trunk.receive("INVITE ")).isEqualTo(first);
    trunk.send(Datagrams.answer(first, "486 Busy Here", ""));

    trunk.receive("ACK ");
    out.heard().next(SipEvent.Refused.class);
  }

  @Test
  void aRefusalThatComesAgainIsConfirmedAgain() {
    var out = dial();
    var busy = Datagrams.answer(trunk.receive("INVITE "), "486 Busy Here", "");
    trunk.send(busy);
    trunk.receive("ACK ");
    trunk.send(busy);

    trunk.receive("ACK ");
    out.heard().next(SipEvent.Refused.class);
    assertThat(out.heard().isEmpty()).isTrue();
  }

  @Test
  void anAnswerThatIsRepeatedIsConfirmedAgain() {
    var out = dial();
    var answer = answer(trunk.receive("INVITE "), "one");
    trunk.send(answer);
    trunk.receive("ACK ");
    trunk.send(answer);

    trunk.receive("ACK ");
    out.heard().next(SipEvent.Answered.class);
    assertThat(out.heard().isEmpty()).isTrue();
    out.call().hangUp();
    trunk.send(Datagrams.answer(trunk.receive("BYE "), "200 OK", ""));
  }

  @Test
  void aByeThatIsLostIsSentAgain() {
    var out = dial();
    trunk.send(answer(trunk.receive("INVITE "), "one"));
    trunk.receive("ACK ");
    out.heard().next(SipEvent.Answered.class);
    out.call().hangUp();
    var bye = trunk.receive("BYE ");

    assertThat(trunk.receive("BYE ")).isEqualTo(bye);
    trunk.send(Datagrams.answer(bye, "200 OK", ""));
  }

  @Test
  void anInviteThatComesTwiceIsOneCall() {
    hiwar.trunk(trunk.port(), Transport.UDP);
    trunk.send(invite("a"));
    trunk.receive("SIP/2.0 100");
    trunk.send(invite("a"));
    trunk.receive("SIP/2.0 100");

    assertThat(hiwar.endpoint().calls()).isEqualTo(1);
    hiwar.arrived().call().refuse(486);
    trunk.receive("SIP/2.0 486");
    trunk.receive("SIP/2.0 486"); // until it is confirmed
    trunk.send(request("ACK", 1, "a", ";tag=x") + "Content-Length: 0\n\n");
  }

  /// RFC 3261 section 8.2.2.2.
  @Test
  void anInviteThatComesOnTwoWaysIsOneCall() {
    hiwar.trunk(trunk.port(), Transport.UDP);
    trunk.send(invite("a"));
    trunk.receive("SIP/2.0 100");
    trunk.send(invite("b"));

    trunk.receive("SIP/2.0 482");
    Await.until(() -> hiwar.endpoint().calls() == 1);
  }

  @Test
  void aByeThatComesTwiceIsAnsweredTwice() {
    hiwar.trunk(trunk.port(), Transport.UDP);
    trunk.send(invite("a"));
    var in = hiwar.arrived();
    in.call().answer(answerTo(in));
    var to = Datagrams.header(trunk.receive("SIP/2.0 200"), "To");
    var tag = to.substring(to.indexOf(";tag="));
    trunk.send(request("ACK", 1, "k", tag) + "Content-Length: 0\n\n");
    var bye = request("BYE", 2, "y", tag) + "Content-Length: 0\n\n";
    Await.until(() -> isAnswered(bye));
    Await.until(() -> isAnswered(bye));

    assertThat(in.heard().next(SipEvent.Ended.class))
        .isEqualTo(new SipEvent.Ended(By.FAR_END, Cause.HUNG_UP));
    assertThat(in.heard().isEmpty()).isTrue();
  }

  /// Within half a second, after which the other side sends it again (RFC 3261 section 17.1.2.2). A
  /// repetition that comes in the moment in which the answer leaves gets none.
  private boolean isAnswered(String bye) {
    trunk.send(bye);
    var answer = trunk.receive(500);
    while (answer.isPresent() && !isOfBye(answer.get())) answer = trunk.receive(500);
    return answer.isPresent();
  }

  private static boolean isOfBye(String message) {
    return message.startsWith("SIP/2.0 200") && message.contains("CSeq: 2 BYE");
  }

  @Test
  void anOldRequestWithinACallIsRefused() {
    hiwar.trunk(trunk.port(), Transport.UDP);
    trunk.send(invite("a"));
    var in = hiwar.arrived();
    in.call().answer(answerTo(in));
    var to = Datagrams.header(trunk.receive("SIP/2.0 200"), "To");
    var tag = to.substring(to.indexOf(";tag="));
    trunk.send(request("ACK", 1, "k", tag) + "Content-Length: 0\n\n");
    trunk.send(request("BYE", 1, "y", tag) + "Content-Length: 0\n\n");

    trunk.receive("SIP/2.0 500");
    in.call().hangUp();
    trunk.send(Datagrams.answer(trunk.receive("BYE "), "200 OK", ""));
  }

  /// A provider that rings several telephones may let two of them answer.
  @Test
  void ofTwoAnswersTheFirstIsTakenAndTheOtherEnded() {
    var out = dial();
    var invite = trunk.receive("INVITE ");
    trunk.send(answer(invite, "one"));
    assertThat(trunk.receive("ACK ")).contains(";tag=one");
    out.heard().next(SipEvent.Answered.class);
    trunk.send(answer(invite, "two"));

    assertThat(trunk.receive("ACK ")).contains(";tag=two");
    var bye = trunk.receiveNew("BYE ");
    assertThat(bye).contains(";tag=two");
    trunk.send(Datagrams.answer(bye, "200 OK", ""));
    assertThat(out.heard().isEmpty()).isTrue();
    out.call().hangUp();
    assertThat(trunk.receiveNew("BYE ")).contains(";tag=one");
  }

  @Test
  void routesThatProxiesAskedForAreKept() {
    var out = dial();
    var route = "Record-Route: <sip:127.0.0.1:" + trunk.port() + ";lr>\n";
    var answer = answer(trunk.receive("INVITE "), "one");
    trunk.send(answer.replace("Contact: <sip:t@127.0.0.1", route + "Contact: <sip:t@192.0.2.44"));
    var ack = trunk.receive("ACK sip:t@192.0.2.44");

    assertThat(Datagrams.header(ack, "Route")).isEqualTo("<sip:127.0.0.1:" + trunk.port() + ";lr>");
    out.call().hangUp();
    trunk.receive("BYE sip:t@192.0.2.44");
  }

  /// Or an answer could have us send packets to anybody.
  @Test
  void anAnswerDoesNotLeadUsAwayFromTheTrunk() {
    var out = dial();
    var answer = answer(trunk.receive("INVITE "), "one");
    trunk.send(answer.replace("Contact: <sip:t@127.0.0.1", "Contact: <sip:t@192.0.2.44"));

    trunk.receive("ACK sip:t@192.0.2.44");
    out.call().hangUp();
    trunk.receive("BYE sip:t@192.0.2.44");
  }
}
