package org.hiwar.app.demo.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.hiwar.app.demo.carrier.ToPhone.Result;
import org.hiwar.app.demo.carrier.ToPhone.Stage;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Heard;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the network says where no page and no sound is needed.
@Tag("voice")
class ExchangeTest {
  private static final DialString NONE = new DialString("0");
  private final CentreSide centre = new CentreSide(700);
  private final Exchange exchange =
      new Exchange(
          InetAddress.getLoopbackAddress(),
          centre.endpoint().endpoint().address(),
          Clock.systemUTC(),
          new SecureRandom());
  private final BlockingQueue<ToPhone> shown = new LinkedBlockingQueue<>();

  ExchangeTest() throws Exception {
    centre.join(exchange.address().getPort());
  }

  @AfterEach
  void close() {
    exchange.close();
    centre.close();
  }

  private Handset plug(DialString wanted) {
    return exchange.plug(wanted, shown::add).orElseThrow();
  }

  private Refusal.Why refused(String number) {
    var heard = new Heard();
    centre.call(new DialString(number), heard);
    return heard.next(SipEvent.Refused.class).why().why();
  }

  @Test
  void aTelephoneHasTheNumberThatItHadBeforeUnlessSomebodyElseHasIt() {
    var wanted = new DialString("+4917604069007");
    var first = plug(wanted);
    assertThat(first.number()).isEqualTo(wanted);
    assertThat(plug(wanted).number()).isNotEqualTo(wanted);
    first.unplug();
    assertThat(plug(wanted).number()).isEqualTo(wanted);
  }

  @Test
  void thereAreOnlySoManyTelephones() {
    for (int i = 0; i < CarrierLimits.PHONES; i++) plug(NONE);
    assertThat(exchange.plug(NONE, shown::add)).isEmpty();
  }

  @Test
  void theCentreIsToldWhyNobodyAnswers() {
    assertThat(refused("+4917604069001")).isEqualTo(Refusal.Why.NO_ANSWER);
    assertThat(refused("+493023125901")).isEqualTo(Refusal.Why.NO_ANSWER);
    assertThat(refused("+493023125000")).isEqualTo(Refusal.Why.NO_SUCH_NUMBER);
  }

  @Test
  void aTelephoneWithoutSoundDoesNotRingAndDoesNotCall() {
    var handset = plug(NONE);
    assertThat(refused(handset.number().text())).isEqualTo(Refusal.Why.NO_ANSWER);
    handset.call(DemoNumbers.ENGLISH, false);
    assertThat(shown).containsExactly(new ToPhone.State(Stage.IDLE, null, Result.NO_AUDIO));
  }

  @Test
  void aNumberMayBeWrittenAsWithinTheCountry() {
    for (var written : new String[] {"03023125101", "00493023125101", "+493023125101"})
      assertThat(DemoNumbers.spelledOut(new DialString(written))).isEqualTo(DemoNumbers.ENGLISH);
    assertThat(DemoNumbers.spelledOut(new DialString("112"))).isEqualTo(new DialString("112"));
  }

  @Test
  void onlyWhatAPageCanSayIsUnderstood() {
    assertThat(FromPhone.read("{\"type\":\"call\",\"number\":\"112\"}"))
        .contains(new FromPhone.Call(new DialString("112"), false));
    for (var wrong :
        new String[] {
          "",
          "{",
          "[]",
          "{\"type\":\"fly\"}",
          "{\"type\":\"offer\"}",
          "{\"type\":\"call\",\"number\":\"sip:me@example.com\"}"
        }) assertThat(FromPhone.read(wrong)).as(wrong).isEmpty();
  }
}
