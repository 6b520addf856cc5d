package org.hiwar.app.demo.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.app.demo.carrier.ToPhone.CentreNumber;
import org.hiwar.voice.sip.DialString;
import org.junit.jupiter.api.Test;

class SmsNetworkTest {
  private static final DialString PHONE = DemoNumbers.phones().getFirst();
  private final SmsNetwork network = new SmsNetwork(Clock.systemUTC());
  private final List<ToPhone> shown = new CopyOnWriteArrayList<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();

  /// A centre that takes everything but what is written to its Arabic sender.
  private final class Centre implements SmsLink {
    @Override
    public List<CentreNumber> senders() {
      return List.of(new CentreNumber(DemoNumbers.ENGLISH, "Orders", "en"));
    }

    @Override
    public void send(DialString from, DialString to, String text, Runnable failed) {
      if (to.equals(DemoNumbers.ARABIC)) failed.run();
      else sent.add(from.text() + " " + to.text() + " " + text);
    }
  }

  private List<ToPhone.Text> texts() {
    return shown.stream().map(ToPhone.Text.class::cast).toList();
  }

  @Test
  void whatComesIsShownAtOnceOrWhenTheTelephoneIsPluggedIn() {
    assertThat(network.arrived(DemoNumbers.ENGLISH, PHONE, "first")).isTrue();
    network.plug(PHONE, shown::add);
    assertThat(network.arrived(DemoNumbers.ENGLISH, PHONE, "second")).isTrue();
    network.unplug(PHONE, shown::add); // another page's
    assertThat(texts()).extracting(ToPhone.Text::text).containsExactly("first", "second");
    assertThat(texts()).noneMatch(ToPhone.Text::mine).isSortedAccordingTo(byId());
  }

  private static Comparator<ToPhone.Text> byId() {
    return Comparator.comparingLong(ToPhone.Text::id);
  }

  @Test
  void thereIsNoOtherNumber() {
    assertThat(network.arrived(DemoNumbers.ENGLISH, new DialString("+493023125000"), "?"))
        .isFalse();
  }

  @Test
  void whatATelephoneWritesGoesToTheCentreUnderItsNumber() {
    network.connect(new Centre());
    network.plug(PHONE, shown::add);
    network.write(PHONE, new DialString("03023125101"), "hello");
    assertThat(sent).containsExactly("+4917604069001 +493023125101 hello");
    assertThat(texts())
        .singleElement()
        .matches(text -> text.mine() && !text.failed() && text.party().equals("+493023125101"));
  }

  @Test
  void whatNobodyTakesIsShownAsFailed() {
    network.connect(new Centre());
    network.plug(PHONE, shown::add);
    network.write(PHONE, DemoNumbers.ARABIC, "hello");
    network.disconnect();
    network.write(PHONE, DemoNumbers.ENGLISH, "hello again");
    assertThat(texts()).extracting(ToPhone.Text::failed).containsExactly(false, true, false, true);
    assertThat(texts().get(1).id()).isEqualTo(texts().get(0).id());
    assertThat(sent).isEmpty();
  }

  @Test
  void aTelephoneRemembersTheLatest() {
    for (int i = 0; i <= CarrierLimits.SMS_KEPT; i++)
      network.arrived(DemoNumbers.ENGLISH, PHONE, "number " + i);
    network.plug(PHONE, shown::add);
    assertThat(texts()).hasSize(CarrierLimits.SMS_KEPT);
    assertThat(texts().getFirst().text()).isEqualTo("number 1");
  }

  @Test
  void onlyAnSmsOfUsualLengthIsUnderstood() {
    assertThat(FromPhone.read("{\"type\":\"text\",\"to\":\"+493023125101\",\"text\":\" hi \"}"))
        .contains(new FromPhone.Text(DemoNumbers.ENGLISH, "hi"));
    var endless = "x".repeat(CarrierLimits.SMS_CHARACTERS + 1);
    for (var wrong : new String[] {"", "  ", endless})
      assertThat(
              FromPhone.read(
                  "{\"type\":\"text\",\"to\":\"+493023125101\",\"text\":\"" + wrong + "\"}"))
          .as(wrong)
          .isEmpty();
  }
}
