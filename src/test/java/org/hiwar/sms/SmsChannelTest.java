package org.hiwar.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.Requirement;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Finding;
import org.hiwar.channel.InboxStore;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Recipient;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.OptOuts;
import org.hiwar.contact.Sender;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.platform.outbound.OutboundGuard;
import org.hiwar.platform.outbound.OutboundHttp;
import org.hiwar.sms.http.HttpSms;
import org.hiwar.sms.simulator.SmscSimulator;
import org.hiwar.sms.smpp.LineStore;
import org.hiwar.sms.smpp.OutboundSockets;
import org.hiwar.sms.smpp.PartStore;
import org.hiwar.sms.smpp.SegmentStore;
import org.hiwar.sms.smpp.SmppGround;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;

class SmsChannelTest {
  private static final String CUSTOMER = "+963944555666";

  private final WorkspaceId workspace = TestDatabase.freshWorkspace();
  private final OptOuts optOuts = new OptOuts(TestDatabase.database(), Clock.systemUTC());
  private final SmsChannel channel = channel();

  private SmsChannel channel() {
    var guard = new OutboundGuard(InetAddress::getAllByName, true, List.of());
    var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var ground =
        new SmppGround(
            new PartStore(TestDatabase.database(), TestDatabase.ids(), Clock.systemUTC()),
            new SegmentStore(TestDatabase.database(), Clock.systemUTC()),
            new LineStore(TestDatabase.database(), new InboxStore(TestDatabase.database())),
            new OutboundSockets(guard, tls),
            Clock.systemUTC());
    return new SmsChannel(
        ground, new HttpSms(new OutboundHttp(guard, tls, System::nanoTime)), optOuts);
  }

  private Account account(String address, Map<String, String> settings) {
    return new Account(
        workspace,
        new AccountId(TestDatabase.ids().next()),
        "sms",
        "Test",
        address,
        new ServiceId(1),
        null,
        settings,
        true,
        1);
  }

  private Optional<String> hindrance(String number) {
    return channel.hindrance(
        account("2020", Map.of()), new Recipient(new ContactId(1), number, null));
  }

  @Test
  @Requirement("S0-86")
  void aLandlineIsPointedOut() {
    assertThat(hindrance("+963112233445")).contains("landline");
    assertThat(hindrance("+4930123456")).contains("landline");
    assertThat(hindrance(CUSTOMER)).isEmpty();
    assertThat(hindrance("+12125550123")).isEmpty();
    assertThat(hindrance("2020")).isEmpty();
    assertThat(hindrance("BANK")).contains("invalid-address");
    assertThat(hindrance("+99912345")).contains("invalid-address");
  }

  @Test
  void aSenderIsANumberAShortCodeOrAName() {
    assertThat(channel.ourAddress(" +963 11 223 3445 ")).contains("+963112233445");
    assertThat(channel.ourAddress("٢٠٢٠")).contains("2020");
    assertThat(channel.ourAddress("Hiwar Shop")).contains("Hiwar Shop");
    assertThat(channel.ourAddress("A name that is too long")).isEmpty();
    assertThat(channel.ourAddress("حوار")).isEmpty();
    assertThat(channel.ourAddress("")).isEmpty();
  }

  private void wrote(String text) {
    var sender = Sender.of(new Address(AddressKind.PHONE, CUSTOMER, Trust.ATTESTED), null);
    var message =
        new Message(
            new ConversationId(1),
            1,
            new MessageId(1),
            new InteractionId(1),
            new UUID(0, 1),
            Author.CUSTOMER,
            text,
            Instant.EPOCH,
            null,
            null);
    var item = new RawItem(1, new AccountId(1), "x", new byte[0], Instant.EPOCH);
    channel.kept(workspace, item, Incoming.text("x", sender, text), message);
  }

  private boolean isOut() {
    return optOuts.has(workspace, AddressKind.PHONE, CUSTOMER, "sms");
  }

  @Test
  @Requirement("S0-51")
  void whoWantsNoMoreMessagesIsHeardInManyLanguages() {
    for (var word :
        List.of(
            "STOP",
            "stop.",
            "Quit",
            "end",
            "REVOKE",
            "Opt out",
            "opt-out",
            "cancel",
            "Unsubscribe!",
            "توقف",
            "إلغاء",
            "الغاء الاشتراك",
            "أوقف",
            "baja",
            "ALTO",
            "Arrêt",
            "arret",
            "désabonner",
            "Abmelden",
            "kündigen",
            "sair",
            "İPTAL",
            "стоп",
            "退订",
            "停止",
            "수신거부")) {
      wrote(word);
      assertThat(isOut()).as(word).isTrue();
      wrote("START");
      assertThat(isOut()).as(word).isFalse();
    }
    wrote("توقف");
    wrote("please do not stop");
    assertThat(isOut()).isTrue();
    wrote("ابدأ");
    assertThat(isOut()).isFalse();
  }

  @Test
  void anAccountCanBeTried() {
    try (var centre = SmscSimulator.start("hiwar", "secret")) {
      var settings =
          Map.of(
              "host",
              "127.0.0.1",
              "port",
              "" + centre.port(),
              "systemId",
              "hiwar",
              "password",
              "secret");
      assertThat(channel.test(account("Hiwar", settings)))
          .containsExactly(
              Finding.good("connection"), Finding.good("bind"), Finding.good("sender-name"));

      var wrong = new java.util.HashMap<>(settings);
      wrong.put("password", "wrong");
      assertThat(channel.test(account("2020", wrong)))
          .extracting(Finding::code)
          .containsExactly("connection", "bind-refused", "sender");
    }
    assertThat(channel.test(account("2020", Map.of())))
        .extracting(Finding::code)
        .containsExactly("host-missing", "sender");
    assertThat(channel.test(account("2020", Map.of("host", "10.1.2.3"))))
        .extracting(Finding::code)
        .containsExactly("address-not-allowed", "sender");
  }

  @Test
  void aLineThatIsUpIsNotDisturbedByATest() {
    try (var centre = SmscSimulator.start("hiwar", "secret")) {
      var account =
          account(
              "2020",
              Map.of(
                  "host",
                  "127.0.0.1",
                  "port",
                  "" + centre.port(),
                  "systemId",
                  "hiwar",
                  "password",
                  "secret"));
      try (var line = channel.open(account, new KeptItems())) {
        Await.until(() -> line.standing().up());
        assertThat(channel.test(account)).allMatch(Finding::good);
        assertThat(centre.sessions()).isEqualTo(1);
      }
    }
  }

  @Test
  void everySettingHasANameOfItsOwn() {
    assertThat(channel.settings()).extracting(one -> one.name()).doesNotHaveDuplicates();
  }
}
