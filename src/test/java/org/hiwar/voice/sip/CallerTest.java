package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who calls and what was dialled, of what an INVITE says.
class CallerTest extends VoiceTest {
  private final Datagrams trunk = new Datagrams("127.0.0.1", hiwar.endpoint().address());

  @AfterEach
  void away() {
    trunk.close();
  }

  private TestEndpoint.Arrived invited(String target, String from, String to, String more) {
    hiwar.trunk(trunk.port(), Transport.UDP);
    trunk.send(
        "INVITE "
            + target
            + " SIP/2.0\nVia: SIP/2.0/UDP 127.0.0.1:"
            + trunk.port()
            + ";branch=z9hG4bKc\nFrom: "
            + from
            + ";tag=f\nTo: "
            + to
            + "\nCall-ID: caller\nCSeq: 1 INVITE\nMax-Forwards: 70\nContact: <sip:t@127.0.0.1>\n"
            + more
            + "Content-Length: 0\n\n");
    return hiwar.arrived();
  }

  private Caller caller(String from, String more) {
    return invited("sip:100@127.0.0.1", from, "<sip:100@127.0.0.1>", more).call().caller();
  }

  @ParameterizedTest
  @CsvSource({
    "<sip:+4930123@p.example>,'',+4930123",
    "\"Alice\" <sip:030123@p.example;user=phone>,'',030123",
    "<sip:0@p.example>,P-Asserted-Identity: <sip:+4930777@p.example>,+4930777",
    "<sip:0@p.example>,P-Asserted-Identity: \"A\" <tel:+4930777>,+4930777"
  })
  void whatTheNetworkAssertsCountsMoreThanWhatTheCallerSays(
      String from, String header, String number) {
    var more = header.isEmpty() ? "" : header + "\n";

    assertThat(caller(from, more)).isEqualTo(new Caller.Number(new DialString(number)));
  }

  @ParameterizedTest
  @CsvSource({
    "<sip:anonymous@anonymous.invalid>,''",
    "<sip:+4930123@p.example>,Privacy: id",
    "<sip:Anonymous@p.example>,P-Asserted-Identity: <sip:+4930777@p.example>"
  })
  void whoWantsToStayHiddenIsNotShown(String from, String header) {
    assertThat(caller(from, header.isEmpty() ? "" : header + "\n"))
        .isEqualTo(new Caller.Withheld());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<sip:alice@p.example>",
        "<sip:%2B4930123@p.example>",
        "<sip:1;x=y@p.example>",
        "<sip:12345678901234567890123456789012345@p.example>"
      })
  void whatIsNoNumberIsNotPassedOn(String from) {
    assertThat(caller(from, "")).isEqualTo(new Caller.Unknown());
  }

  @ParameterizedTest
  @CsvSource({
    "sip:4930100@127.0.0.1,<sip:4930200@127.0.0.1>,4930100",
    "sip:line-1@127.0.0.1,<sip:4930200@127.0.0.1>,4930200"
  })
  void whatWasDialledIsInTheRequestOrBehindTheNameOfOurLine(
      String target, String to, String number) {
    var in = invited(target, "<sip:+4930123@p.example>", to, "");

    assertThat(in.call().called()).isEqualTo(new DialString(number));
  }

  @ParameterizedTest
  @CsvSource({"sip:line-0@127.0.0.1,0", "sip:4930100@127.0.0.1,2"})
  void ofTwoTrunksAtOneAddressTheOneThatRegistersIsKnownByItsContact(String target, long id) {
    var login = new Credentials("customer", "geheim");
    var registers = new TrunkId(0);
    hiwar.add(
        new Trunk(
            registers,
            "Registers",
            "127.0.0.1",
            trunk.port(),
            Transport.UDP,
            login,
            true,
            false,
            false,
            List.of()));
    var in = invited(target, "<sip:+4930123@p.example>", "<sip:4930100@127.0.0.1>", "");

    assertThat(in.call().source()).isEqualTo(new IncomingCall.Source.OfTrunk(new TrunkId(id)));
  }
}
