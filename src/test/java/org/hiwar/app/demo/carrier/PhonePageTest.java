package org.hiwar.app.demo.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.hiwar.app.demo.DemoScene;
import org.hiwar.browser.Chromium;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Heard;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The telephone's page in a real browser, over the real network, with somebody else as the centre.
@Tag("browser")
class PhonePageTest {
  private static final int CUSTOMER = 1_000;
  private static final int AGENT = 700;
  private static final int RINGING_TONE = 425;

  private final DemoCarrier carrier = RunningHiwar.bean(DemoCarrier.class);
  private final CentreSide centre = new CentreSide(AGENT);
  private final Chromium chromium = Chromium.hearing(CUSTOMER);

  PhonePageTest() throws Exception {
    DemoScene.create();
    centre.join(carrier.open(centre.endpoint().endpoint().address()).address().getPort());
  }

  @AfterEach
  void close() {
    chromium.close();
    carrier.stop();
    centre.close();
  }

  private static DialString number(PhonePage phone) {
    return new DialString(phone.at("own").textContent().replace(" ", ""));
  }

  @Test
  void theTelephoneCallsTheCentreAndBothHearEachOther() {
    var phone = new PhonePage(chromium.browser(), "en").ready();
    picture(phone, "ready");
    for (var key : "03023125101".split("")) phone.key(key);
    phone.click("call");
    var arrived = centre.endpoint().arrived();
    assertThat(arrived.call().called()).isEqualTo(DemoNumbers.ENGLISH);
    assertThat(arrived.call().caller()).isEqualTo(new Caller.Number(number(phone)));

    arrived.call().ringing();
    phone.awaitStatus("It rings there…");
    Await.until(() -> phone.hears(RINGING_TONE));
    centre.answer(arrived);
    phone.awaitStatus("In a call");
    Await.until(() -> phone.hears(AGENT));
    Await.until(() -> centre.hears(CUSTOMER));
    phone.key("5");
    Await.until(() -> centre.heardKey(5));
    picture(phone, "talking");

    phone.click("hang-up");
    phone.awaitStage("IDLE");
    assertThat(arrived.heard().next(SipEvent.Ended.class).by()).isEqualTo(SipEvent.By.FAR_END);
  }

  @Test
  void theTelephoneRingsAndIsAnswered() {
    var phone = new PhonePage(chromium.browser(), "ar").ready();
    picture(phone, "ready-ar");
    var heard = new Heard();
    var call = centre.call(number(phone), heard);
    heard.next(SipEvent.Ringing.class);
    phone.awaitStatus("مكالمة لك");
    Await.until(() -> phone.at("party").textContent().equals("+49 30 23125 101"));
    picture(phone, "ringing-ar");
    phone.click("answer");
    centre.talkTo(heard.next(SipEvent.Answered.class).audio());
    Await.until(() -> phone.hears(AGENT));
    Await.until(() -> centre.hears(CUSTOMER));
    assertThat(busy(number(phone))).isEqualTo(Refusal.Why.BUSY);

    call.hangUp();
    phone.awaitStatus("أنهى الطرف الآخر المكالمة");
  }

  private Refusal.Why busy(DialString number) {
    var heard = new Heard();
    centre.call(number, heard);
    return heard.next(SipEvent.Refused.class).why().why();
  }

  @Test
  void theTelephoneDeclines() {
    var phone = new PhonePage(chromium.browser(), "en").ready();
    var heard = new Heard();
    centre.call(number(phone), heard);
    phone.awaitStage("RINGING");
    phone.click("decline");
    heard.next(SipEvent.Ringing.class);
    assertThat(heard.next(SipEvent.Refused.class).why().why()).isEqualTo(Refusal.Why.DECLINED);
    phone.awaitStage("IDLE");
  }

  @Test
  void theTelephoneHidesItsNumberAndIsToldThatTheCentreIsBusy() {
    var phone = new PhonePage(chromium.browser(), "en").ready();
    phone.click("withheld");
    phone.at("centre").getByText("الطلبات بالهاتف").click();
    var arrived = centre.endpoint().arrived();
    assertThat(arrived.call().called()).isEqualTo(DemoNumbers.ARABIC);
    assertThat(arrived.call().caller()).isEqualTo(new Caller.Withheld());
    arrived.call().refuse(486);
    phone.awaitStatus("Busy");
  }

  @Test
  void aPageThatIsClosedHangsUp() {
    var phone = new PhonePage(chromium.browser(), "en").ready();
    phone.at("number").fill("+493023125101");
    phone.at("number").press("Enter");
    var arrived = centre.endpoint().arrived();
    centre.answer(arrived);
    phone.awaitStage("TALKING");
    phone.page().close();
    arrived.heard().next(SipEvent.Ended.class);
  }

  private static void picture(PhonePage phone, String name) {
    phone.page().evaluate("document.fonts.ready");
    phone
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/phone-" + name + ".png")));
  }
}
