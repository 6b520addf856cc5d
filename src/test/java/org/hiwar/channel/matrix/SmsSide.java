package org.hiwar.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hiwar.contact.AddressKind;
import org.hiwar.sms.simulator.SmscSimulator;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.workspace.ServiceId;

/// A mobile telephone behind a message centre, over SMPP.
final class SmsSide extends AccountSide {
  private static final String OURS = "+963112233445";
  private final SmscSimulator centre = SmscSimulator.start("hiwar", "secret");

  SmsSide(ChatWorkspace shop, String number) {
    super(shop, "sms", new Noted(AddressKind.PHONE, number));
    open(
        OURS,
        ServiceId.of(shop.service()),
        Map.of(
            "provider", "smpp",
            "host", "127.0.0.1",
            "port", Integer.toString(centre.port()),
            "systemId", "hiwar",
            "password", "secret"));
    Await.until(() -> centre.sessions() == 1);
  }

  @Override
  public void begin(String words) {
    assertThat(centre.send(customer(), OURS, words)).isTrue();
  }

  @Override
  public boolean got(String words) {
    return centre.received().stream()
        .anyMatch(one -> one.to().equals(customer()) && one.text().equals(words));
  }

  @Override
  public void answer(String words) {
    begin(words);
  }

  @Override
  public void close() {
    remove();
    Await.until(() -> centre.sessions() == 0);
    centre.close();
  }
}
