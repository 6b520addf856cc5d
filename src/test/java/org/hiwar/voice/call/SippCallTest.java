package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.voice.Customer;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.line.PhoneNumberId;
import org.hiwar.voice.line.PhoneNumberStore;
import org.hiwar.voice.line.ServiceVoice;
import org.hiwar.voice.line.ServiceVoiceStore;
import org.hiwar.voice.sip.Script;
import org.hiwar.voice.sip.Sipp;
import org.hiwar.voice.sip.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The carrier is sipp here, which knows nothing of our signalling: what numbers and services have
/// to do with calls, over UDP and TCP.
@Tag("voice")
class SippCallTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final DeskPhone agent = centre.agent("amal", AGENT);

  SippCallTest() throws IOException {}

  @AfterEach
  void close() {
    agent.close();
    centre.close();
  }

  private Sipp calls(Script script, Transport transport) {
    return Sipp.callingFrom(centre.address(), script, transport, CallWorkspace.sip());
  }

  @ParameterizedTest
  @EnumSource
  void aCallOfAnotherMakeIsAnsweredHeardAndEndedByTheAgent(Transport transport) throws Exception {
    agent.ready();
    try (var customer = new Customer(centre.address(), CUSTOMER);
        var sipp = calls(script(customer), transport)) {
      var id = agent.accepts();
      Await.until(() -> customer.hears(AGENT));
      agent.agent.end(id).ok();
      sipp.succeeds();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNumberThatNobodyHasIsRefused(Transport transport) {
    var script =
        Script.caller()
            .invites("4930999999", 1, Script.sdpAt(40_000))
            .maybeReceives(100)
            .receives(404)
            .acknowledgesRefusal(1);
    try (var sipp = calls(script, transport)) {
      sipp.succeeds();
    }
  }

  /// However the network writes it (E.164, with the country's or the international prefix).
  @ParameterizedTest
  @EnumSource
  void aNumberLeadsToItsService(Transport transport) {
    var repairs = centre.service("Repairs by phone", Rule.OFF);
    centre.number("+4930901821", repairs);
    for (var written : new String[] {"+4930901821", "4930901821", "030901821", "004930901821"})
      arrives(written, transport, repairs.id().toString());
    arrives(CallWorkspace.NUMBER, transport, centre.service().id().toString());
  }

  private void arrives(String written, Transport transport, String service) {
    var script =
        Script.caller()
            .invites(written, 1, Script.sdpAt(40_000))
            .maybeReceives(100)
            .maybeReceives(180)
            .receivesAnswer(200)
            .acknowledges(1, "")
            .requests("BYE", 2, "")
            .receives(200);
    try (var sipp = calls(script, transport)) {
      sipp.succeeds();
    }
    assertThat(newest("service")).as(written).isEqualTo(service);
    assertThat(newest("party")).as("who called").isEqualTo("+491701234567");
  }

  private String newest(String column) {
    return TestDatabase.database()
        .in(
            centre.id().value(),
            db ->
                db.sql(
                        "select "
                            + column
                            + "::text from interaction where workspace = ? order by id desc limit"
                            + " 1")
                    .param(centre.id().value())
                    .query(String.class)
                    .single());
  }

  /// What was typed as one dials it in the country goes out as E.164, and shows the number of the
  /// service it is made for.
  @ParameterizedTest
  @EnumSource
  void aCallOutShowsTheNumberOfItsService(Transport transport) {
    agent.connect();
    var orders = CallWorkspace.bean(PhoneNumberStore.class).all(centre.id()).getFirst().id();
    var others = centre.number("+4930901821", centre.service());
    shows(others, "+4930901821", transport);
    shows(orders, CallWorkspace.NUMBER, transport);
  }

  private void shows(PhoneNumberId own, String number, Transport transport) {
    var service = centre.service().id();
    CallWorkspace.bean(ServiceVoiceStore.class)
        .set(centre.id(), service, new ServiceVoice(own, Rule.OFF));
    var script = Script.callee().receivesInvite().answers(486).receives("ACK");
    try (var sipp = Sipp.waitingAt(centre.address(), script, transport)) {
      centre.trunkTo(sipp.port(), transport);
      var call =
          agent
              .agent
              .send(
                  "POST",
                  "/api/calls",
                  Map.of("number", "030 90182022", "service", service.toString()))
              .ok()
              .body()
              .get("interaction")
              .asString();
      sipp.succeeds();
      assertThat(sipp.logs())
          .contains("INVITE sip:+493090182022@")
          .containsPattern("From:[^\\n]*sip:\\" + number + "@");
      agent.shows(call, "result", "BUSY");
      Await.until(
          () -> agent.interaction(call).orElseThrow().get("state").asString().equals("WRAP_UP"));
      agent.agent.complete(agent.conversationOf(call), 0, null, "").ok();
      Await.until(() -> agent.interaction(call).isEmpty());
    }
  }

  private static Script script(Customer customer) {
    return Script.caller()
        .invites(CallWorkspace.NUMBER, 1, Script.sdpAt(customer.port()))
        .maybeReceives(100)
        .maybeReceives(180)
        .receivesAnswer(200)
        .acknowledges(1, "")
        .receives("BYE")
        .answersWithin(200, "");
  }
}
