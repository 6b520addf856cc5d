package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.Await;
import org.hiwar.voice.Likeness;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.sip.Credentials;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.SipEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Agents whose calls come to a registered telephone, through the whole application.
@Tag("voice")
class PhoneDeviceTest {
  private static final int CUSTOMER = 1_013;
  private static final int AGENT = 1_710;
  private static final int OTHER = 2_310;

  private final CallWorkspace centre = new CallWorkspace(CUSTOMER, Rule.OFF);
  private final PhoneDesk desk = new PhoneDesk(centre.client("amal"));
  private final String login = "70" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
  private final String phone = centre.phone(desk.agent, login);
  private final Telephone telephone = registered(centre.address(), AGENT);

  PhoneDeviceTest() throws IOException {}

  private Telephone registered(String address, int hertz) throws IOException {
    var credentials = new Credentials(login, CallWorkspace.PHONE_PASSWORD);
    return new Telephone(address, hertz, CallWorkspace.sip(), credentials);
  }

  @AfterEach
  void close() {
    telephone.close();
    desk.close();
    centre.close();
  }

  private void phoneIsReady() {
    desk.choose("PHONE", phone, null).ok();
    Await.until(() -> CallWorkspace.bean(SipEndpoint.class).phone(login) != null);
    Await.until(desk::isReady);
  }

  @Test
  void aCallerHearsMusicUntilTheAgentLiftsTheReceiver() throws Exception {
    phoneIsReady();
    desk.agent.ready().ok();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = desk.accepts();
      try (var rung = telephone.called()) {
        desk.shows(id, "state", "RINGING");
        Await.until(() -> Likeness.of(call.customer.lately(), Likeness.HOLD_MUSIC) > 0.98);
        rung.answer();
        Await.until(() -> rung.customer.hears(CUSTOMER));
        Await.until(() -> call.customer.hears(AGENT));
        desk.shows(id, "state", "CONNECTED");

        call.hangUp();
        rung.ended();
      }
      var detail = ended(id);
      assertThat(detail.endedBy()).isEqualTo(EndedBy.CUSTOMER);
      assertThat(detail.joined()).isNotNull();
    }
  }

  @Test
  void whoHangsUpAtTheirTelephoneHasEndedTheCall() throws Exception {
    phoneIsReady();
    desk.agent.ready().ok();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = desk.accepts();
      try (var rung = telephone.called().answer()) {
        Await.until(() -> call.customer.hears(AGENT));
        rung.hangUp();
        call.ended();
      }
      assertThat(ended(id).endedBy()).isEqualTo(EndedBy.AGENT);
      Await.until(
          () -> desk.interaction(id).orElseThrow().get("state").asString().equals("WRAP_UP"));
    }
  }

  @Test
  void onlyWhenTheAgentHasAnsweredIsTheCustomerCalled() throws Exception {
    phoneIsReady();
    var id = desk.calls("+493090182022", centre.service().id().toString()).ok();
    var interaction = id.body().get("interaction").asString();
    try (var rung = telephone.called()) {
      rung.rings();
      desk.shows(interaction, "state", "DIALLING");
      assertThat(desk.choose("BROWSER", null, null).problem()).isEqualTo("device-in-call");
      rung.answer();
      try (var talk = centre.telephone().called()) {
        assertThat(talk.number()).isEqualTo("+493090182022");
        talk.rings();
        Await.until(() -> Tone.amplitude(rung.customer.lately(), 425) > 1_500);
        talk.answer();
        Await.until(() -> rung.customer.hears(CUSTOMER));
        Await.until(() -> talk.customer.hears(AGENT));
        desk.agent.end(interaction).ok();
        talk.ended();
        rung.ended();
      }
    }
    assertThat(ended(interaction).result()).isNull();
  }

  @Test
  void whoseOwnTelephoneIsBusyHasCalledNobody() throws Exception {
    phoneIsReady();
    var id = desk.calls("+493090182022", centre.service().id().toString()).ok();
    var interaction = id.body().get("interaction").asString();
    try (var rung = telephone.called()) {
      rung.refuse(486);
      desk.shows(interaction, "state", "ENDED");
    }
    assertThat(ended(interaction).cause()).isEqualTo(CallEnd.Cause.NO_AGENT);
    assertThat(ended(interaction).answered()).isNull();
  }

  @Test
  void aCallThatIsDeclinedAtTheTelephoneGoesBackToTheQueueAndTheAgentIsNotReady() throws Exception {
    phoneIsReady();
    desk.agent.ready().ok();
    try (var call = centre.telephone().calls("+491701234567")) {
      desk.accepts();
      try (var rung = telephone.called()) {
        rung.refuse(603);
      }
      desk.isNotReady("DECLINED");
      assertThat(desk.isOffered()).isFalse();
      desk.agent.ready().ok();
      var again = desk.accepts();
      try (var rung = telephone.called().answer()) {
        Await.until(() -> call.customer.hears(AGENT));
        desk.agent.end(again).ok();
        rung.ended();
      }
      call.ended();
    }
  }

  /// As after an offer that nobody accepts.
  @Test
  void whoDoesNotLiftTheReceiverIsNotReadyAndTheCallWaitsForSomebodyElse() throws Exception {
    phoneIsReady();
    desk.agent.ready().ok();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = desk.accepts();
      try (var rung = telephone.called()) {
        rung.refuse(480);
      }
      desk.isNotReady("NO_ANSWER");
      Await.until(() -> desk.interaction(id).isEmpty());
      Await.until(() -> Likeness.of(call.customer.lately(), Likeness.HOLD_MUSIC) > 0.98);
      desk.agent.ready().ok();
      assertThat(desk.accepts()).isEqualTo(id);
    }
  }

  /// RFC 3515: as the desktop's transfer to a number.
  @Test
  void whoSendsTheCallOnAtTheirTelephoneLeavesWhenSomebodyAnswersThere() throws Exception {
    phoneIsReady();
    desk.agent.ready().ok();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = desk.accepts();
      try (var rung = telephone.called().answer()) {
        Await.until(() -> call.customer.hears(AGENT));
        rung.refers("+493090182033");
        centre.telephone().speaksAt(OTHER);
        try (var other = centre.telephone().called()) {
          assertThat(other.number()).isEqualTo("+493090182033");
          desk.shows(id, "state", "HELD");
          other.answer();
          assertThat(lastOf(rung)).isEqualTo(200);
          rung.ended();
          Await.until(() -> call.customer.hears(OTHER));
          Await.until(() -> other.customer.hears(CUSTOMER));
        }
        call.ended();
      }
      assertThat(ended(id).forwardedTo()).isEqualTo("+493090182033");
    }
  }

  @Test
  void whoSendsTheCallOnToABusyNumberIsToldSoAndHasTheCustomerAgain() throws Exception {
    phoneIsReady();
    desk.agent.ready().ok();
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = desk.accepts();
      try (var rung = telephone.called().answer()) {
        Await.until(() -> call.customer.hears(AGENT));
        rung.refers("+493090182033");
        try (var other = centre.telephone().called()) {
          other.refuse(486);
        }
        assertThat(lastOf(rung)).isEqualTo(486);
        Await.until(() -> call.customer.hears(AGENT));
        rung.refers("00900123456");
        assertThat(lastOf(rung)).as("the destination is closed").isEqualTo(603);
        desk.agent.end(id).ok();
        rung.ended();
      }
      call.ended();
    }
  }

  private static int lastOf(Telephone.Talk talk) {
    for (var told = talk.heard.next(SipEvent.ReferProgress.class);
        ;
        told = talk.heard.next(SipEvent.ReferProgress.class)) if (told.last()) return told.status();
  }

  @Test
  void aTelephoneThatIsNotRegisteredTakesNoCalls() {
    phoneIsReady();
    telephone.close();
    Await.until(() -> !desk.isReady());
    assertThat(desk.calls("+493090182022", centre.service().id().toString()).problem())
        .isEqualTo("no-device");
    desk.choose("BROWSER", null, null).ok();
    assertThat(desk.isReady()).isFalse();
  }

  /// It stands at the trunk's own address, and its name can be dialled.
  @Test
  void aTelephoneAndATrunkAreNotTakenForEachOther() throws Exception {
    phoneIsReady();
    desk.agent.ready().ok();
    try (var strange = centre.telephone().dials("+491701234567", login)) {
      var why = strange.heard.next(SipEvent.Refused.class).why().why();
      assertThat(why).isEqualTo(Refusal.Why.NO_SUCH_NUMBER);
    }
    try (var own = telephone.dials("", CallWorkspace.NUMBER)) {
      var why = own.heard.next(SipEvent.Refused.class).why().why();
      assertThat(why).isEqualTo(Refusal.Why.NOT_ALLOWED);
    }
    try (var call = centre.telephone().calls("+491701234567")) {
      var id = desk.accepts();
      try (var rung = telephone.called().answer()) {
        Await.until(() -> call.customer.hears(AGENT));
        desk.agent.end(id).ok();
        rung.ended();
      }
    }
  }

  private CallDetail ended(String id) {
    var store = CallWorkspace.bean(CallDetailStore.class);
    var call = InteractionId.of(id);
    Await.until(() -> store.find(centre.id(), call).orElseThrow().ended() != null);
    return store.find(centre.id(), call).orElseThrow();
  }
}
