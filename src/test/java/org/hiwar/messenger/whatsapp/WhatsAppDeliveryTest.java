package org.hiwar.messenger.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hiwar.channel.Account;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Receipt;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.messenger.TestAccounts;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppDeliveryTest {
  private final Account account = Deliveries.account();

  private Reading read(String delivery) {
    return WhatsAppDelivery.read(account, TestAccounts.item(account, delivery));
  }

  private Reading.Content content(String delivery) {
    return read(delivery) instanceof Reading.Content content
        ? content
        : new Reading.Content(List.of(), List.of());
  }

  private String text(String rest) {
    return content(Deliveries.message("wamid.A", rest)).messages().stream()
        .map(Incoming::text)
        .findFirst()
        .orElse("");
  }

  @Test
  void aTextIsReadWithItsWriterNumberIdentityAndTime() {
    var found =
        content(Deliveries.message("wamid.A", "'type': 'text', 'text': {'body': 'أين طلبي؟'}"));

    assertThat(found.messages()).hasSize(1);
    var message = found.messages().getFirst();
    assertThat(message.externalId()).isEqualTo("wamid.A");
    assertThat(message.text()).isEqualTo("أين طلبي؟");
    assertThat(message.writtenAt()).isEqualTo(Instant.ofEpochSecond(1_800_000_000));
    assertThat(message.from().name()).isEqualTo("ليلى حداد");
    assertThat(message.from().address())
        .isEqualTo(new Address(AddressKind.WHATSAPP, "+963944123456", Trust.ATTESTED));
    assertThat(message.from().also())
        .containsExactly(
            new Address(AddressKind.WHATSAPP, "SY.13491208655302741918", Trust.ATTESTED),
            new Address(AddressKind.PHONE, "+963944123456", Trust.ATTESTED));
  }

  @Test
  void aCustomerWhoseNumberIsHiddenIsKnownByTheIdentity() {
    var found =
        content(
            Deliveries.of(
                """
                'contacts': [{'profile': {'name': '', 'username': '@layla'}, 'user_id': 'SY.ENT.118157'}],
                'messages': [{'from_user_id': 'SY.ENT.118157', 'id': 'wamid.B', 'timestamp': '1800000000', 'type': 'text', 'text': {'body': 'Hello'}}]
                """));

    var from = found.messages().getFirst().from();
    assertThat(from.address())
        .isEqualTo(new Address(AddressKind.WHATSAPP, "SY.ENT.118157", Trust.ATTESTED));
    assertThat(from.also()).isEmpty();
    assertThat(from.name()).isEqualTo("@layla");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'type': 'image', 'image': {'id': '1', 'mime_type': 'image/jpeg', 'caption': 'Broken'}     | Broken
          'type': 'image', 'image': {'id': '1', 'mime_type': 'image/jpeg'}                          | image.jpg
          'type': 'audio', 'audio': {'id': '1', 'mime_type': 'audio/ogg; codecs=opus', 'voice': true} | voice.ogg
          'type': 'video', 'video': {'id': '1', 'mime_type': 'video/mp4'}                           | video.mp4
          'type': 'document', 'document': {'id': '1', 'mime_type': 'application/pdf', 'filename': '../../bill.pdf'} | bill.pdf
          'type': 'sticker', 'sticker': {'id': '1', 'mime_type': 'image/webp'}                      | sticker.webp
          'type': 'interactive', 'interactive': {'type': 'button_reply', 'button_reply': {'id': 'y', 'title': 'Yes'}} | Yes
          'type': 'button', 'button': {'payload': 'x', 'text': 'No, thanks'}                        | No, thanks
          'type': 'reaction', 'reaction': {'message_id': 'wamid.X', 'emoji': '👍'}                  | 👍
          """)
  void everyKindStandsOnTheLineOfTimeWithWhatSaysItBriefly(String rest, String shown) {
    assertThat(text(rest)).endsWith(shown);
  }

  @Test
  void aListsAnswerAPlaceAndACardHaveTheirLines() {
    assertThat(
            text(
                "'type': 'interactive', 'interactive': {'type': 'list_reply', 'list_reply': {'id':"
                    + " '1', 'title': 'Tuesday', 'description': '10 to 12'}}"))
        .isEqualTo("Tuesday\n10 to 12");
    assertThat(
            text(
                "'type': 'location', 'location': {'latitude': 33.5138, 'longitude': 36.2765,"
                    + " 'name': 'Umayyad Square'}"))
        .contains("33.5138, 36.2765")
        .contains("Umayyad Square");
    assertThat(
            text(
                "'type': 'contacts', 'contacts': [{'name': {'formatted_name': 'Sami Khoury'},"
                    + " 'phones': [{'phone': '+963 944 000 111'}]}]"))
        .contains("Sami Khoury")
        .contains("+963 944 000 111");
  }

  @Test
  void whatCannotBeShownSaysSoInTheLanguageOfTheAccount() {
    var arabic =
        TestAccounts.account(
            new WorkspaceId(1), "whatsapp", "+963112345678", "ar", Deliveries.SETTINGS);
    var delivery =
        Deliveries.message("wamid.U", "'type': 'unsupported', 'errors': [{'code': 131051}]");

    var found = WhatsAppDelivery.read(arabic, TestAccounts.item(arabic, delivery));

    assertThat(found).isInstanceOf(Reading.Content.class);
    assertThat(((Reading.Content) found).messages().getFirst().text()).contains("رسالة");
    assertThat(text("'type': 'unsupported'")).contains("cannot be shown");
    assertThat(text("'type': 'hologram', 'hologram': {}")).contains("cannot be shown");
  }

  @Test
  void severalMessagesAndStatesOfOneDeliveryAreAllRead() {
    var found =
        content(
            Deliveries.of(
                """
                'contacts': [{'profile': {'name': 'Layla'}, 'wa_id': '963944123456'}, {'profile': {'name': 'Sami'}, 'wa_id': '963944000111'}],
                'messages': [
                  {'from': '963944000111', 'id': 'wamid.2', 'timestamp': '1800000002', 'type': 'text', 'text': {'body': 'two'}},
                  {'from': '963944123456', 'id': 'wamid.1', 'timestamp': '1800000001', 'type': 'text', 'text': {'body': 'one'}}],
                'statuses': [{'id': 'wamid.9', 'status': 'read', 'timestamp': '1800000003'}]
                """));

    assertThat(found.messages())
        .extracting(Incoming::externalId)
        .containsExactly("wamid.2", "wamid.1");
    assertThat(found.messages())
        .extracting(one -> one.from().name())
        .containsExactly("Sami", "Layla");
    assertThat(found.receipts()).extracting(Receipt::externalId).containsExactly("wamid.9");
  }

  @ParameterizedTest
  @CsvSource({"sent, SENT", "delivered, DELIVERED", "read, READ"})
  void aStateIsNewsOfWhatWeSent(String said, DeliveryState state) {
    assertThat(content(Deliveries.status("wamid.9", said, "")).receipts())
        .containsExactly(new Receipt("wamid.9", state, null, Instant.ofEpochSecond(1_800_000_060)));
  }

  @ParameterizedTest
  @CsvSource({
    "131047, window-closed",
    "131026, not-reachable",
    "131053, file-refused",
    "132001, template-not-known",
    "132007, template-refused",
    "131050, opted-out",
    "999999, refused"
  })
  void aFailureSaysWhy(int number, String code) {
    var receipts =
        content(Deliveries.status("wamid.9", "failed", ", 'errors': [{'code': " + number + "}]"))
            .receipts();

    assertThat(receipts).extracting(Receipt::state).containsExactly(DeliveryState.FAILED);
    assertThat(receipts).extracting(Receipt::failure).containsExactly(code);
  }

  @Test
  void aTextThatIsTooLongForOneMessageLosesNothing() {
    var long4096 = "ا".repeat(4_095) + "🙂";

    var found =
        content(
            Deliveries.message("wamid.L", "'type': 'text', 'text': {'body': '" + long4096 + "'}"));

    assertThat(found.messages())
        .extracting(Incoming::externalId)
        .containsExactly("wamid.L", "wamid.L/2");
    assertThat(String.join("", found.messages().stream().map(Incoming::text).toList()))
        .isEqualTo(long4096);
  }

  @Test
  void whatNoDatabaseCanStoreIsLeftOut() {
    assertThat(text("'type': 'text', 'text': {'body': 'a\\u0000b\\ud800c'}")).isEqualTo("abc");
  }

  @Test
  void aDeliveryForAnotherNumberIsSetAside() {
    var other =
        read(
            Deliveries.of(
                "999",
                "'messages': [{'from': '963944123456', 'id': 'wamid.A', 'type': 'text', 'text':"
                    + " {'body': 'x'}}]"));

    assertThat(other).isInstanceOf(Reading.Aside.class);
    assertThat(((Reading.Aside) other).code()).isEqualTo("other-account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "{\"object\": \"page\"}",
        "{\"entry\": [{\"changes\": [{\"value\": {\"messages\": [{}]}}]}]}",
        "{\"entry\": {\"changes\": {\"value\": {\"messages\": {\"id\": \"x\"}}}}}"
      })
  void whatIsNoDeliveryIsSetAside(String body) {
    assertThat(read(body)).isInstanceOf(Reading.Aside.class);
  }

  @Test
  void aHugeNestingIsSetAsideLikeAnythingThatCannotBeRead() {
    assertThat(read("[".repeat(200_000))).isInstanceOf(Reading.Aside.class);
  }

  /// Members that have another kind than described must not keep the others from being read.
  @Test
  void aMessageThatMakesNoSenseDoesNotStopItsNeighbours() {
    var found =
        content(
            Deliveries.of(
                """
                'contacts': 'none',
                'messages': [7, {'id': 'wamid.0'}, {'from': {'x': 1}, 'id': 'wamid.1', 'type': 'text'},
                  {'from': '963944123456', 'id': 'wamid.2', 'timestamp': 'yesterday', 'type': 'text', 'text': {'body': 'here'}}],
                'statuses': [{'status': 'delivered'}, {'id': 'x', 'status': 'warning'}]
                """));

    assertThat(found.messages()).extracting(Incoming::text).containsExactly("here");
    assertThat(found.messages().getFirst().writtenAt()).isNull();
    assertThat(found.receipts()).isEmpty();
  }

  @Test
  void theSameItemReadAgainGivesTheSame() {
    var delivery = Deliveries.message("wamid.A", "'type': 'text', 'text': {'body': 'again'}");

    assertThat(read(delivery)).isEqualTo(read(delivery));
  }

  @Test
  void aReactionThatWasTakenBackIsNothing() {
    assertThat(
            read(
                Deliveries.message(
                    "wamid.R", "'type': 'reaction', 'reaction': {'message_id': 'wamid.X'}")))
        .isEqualTo(new Reading.Nothing("nothing-new"));
  }
}
