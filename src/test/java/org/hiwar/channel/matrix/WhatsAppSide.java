package org.hiwar.channel.matrix;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.ApprovedTemplate;
import org.hiwar.channel.ApprovedTemplateStore;
import org.hiwar.contact.AddressKind;
import org.hiwar.messenger.stub.StubAccount;
import org.hiwar.messenger.stub.StubMessenger;
import org.hiwar.messenger.stub.StubTemplate;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// A telephone with WhatsApp, behind a provider.
final class WhatsAppSide extends AccountSide {
  private static final StubTemplate TEMPLATE = new StubTemplate("a_word_from_us", "en", "{{1}}");
  private static final StubAccount AGREED =
      new StubAccount(
          "+963112345678",
          "106540352242922",
          "token",
          "app secret",
          "olive tree",
          List.of(TEMPLATE));
  private final StubMessenger provider;
  private boolean approved;

  WhatsAppSide(ChatWorkspace shop, String number) {
    super(shop, "whatsapp", new Noted(AddressKind.WHATSAPP, number));
    provider = new StubMessenger(AGREED, webhook(), Clock.systemUTC());
    open(
        AGREED.number(),
        ServiceId.of(shop.service()),
        Map.of(
            "phoneNumberId", AGREED.numberId(),
            "accessToken", AGREED.accessToken(),
            "appSecret", AGREED.appSecret(),
            "verifyToken", AGREED.verifyToken(),
            "api", provider.api()));
  }

  /// A template of the provider's, with which one may write at any time.
  void template() {
    RunningHiwar.bean(ApprovedTemplateStore.class)
        .put(
            shop.workspace(),
            id(),
            new ApprovedTemplate(TEMPLATE.name(), TEMPLATE.language(), "", "{{1}}", "", null));
    approved = true;
  }

  /// Where there is none, one may write within a day of the customer's words.
  @Override
  @Nullable Map<String, Object> template(String words) {
    if (!approved) return null;
    return Map.of(
        "name",
        TEMPLATE.name(),
        "language",
        TEMPLATE.language(),
        "parameters",
        List.of(Map.of("name", "1", "text", words)));
  }

  @Override
  public void begin(String words) {
    provider.write(customer(), "Layla", words);
  }

  @Override
  public boolean got(String words) {
    return provider.shownTo(customer()).stream()
        .anyMatch(one -> !one.own() && one.text().equals(words));
  }

  @Override
  public void answer(String words) {
    begin(words);
  }

  @Override
  public void close() {
    remove();
    provider.close();
  }
}
