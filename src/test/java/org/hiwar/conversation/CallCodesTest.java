package org.hiwar.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.conversation.Scene.now;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.hiwar.Requirement;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.InteractionChange.Accepted;
import org.hiwar.conversation.InteractionChange.LiveEnded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Codes by which a customer of a chat calls into the same conversation.
class CallCodesTest {
  private static final String NUMBER = "+493012345678";
  private final Scene scene = new Scene();
  private final CallCodeStore codes = codes(new Random(7));

  private CallCodeStore codes(RandomGenerator random) {
    return new CallCodeStore(scene.database, Clock.systemUTC(), random);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private CallCode give(ConversationId conversation) {
    return codes.give(scene.workspace, conversation, scene.amal, scene.voice).orElseThrow();
  }

  private Optional<Arrival> call(String number, String code) {
    var call = new IncomingPhoneCall(scene.voice, number, "+4930901820", "ar", now());
    var arrival = scene.calls.arrive(scene.workspace, call, code, _ -> List.of());
    arrival.ifPresent(it -> scene.calls.announce(scene.workspace, it));
    return arrival;
  }

  @Test
  @Requirement({"S0-77", "S0-16"})
  void theCodeBringsAnUnknownCallerIntoTheConversationAndItsNumberIsKept() {
    var chat = scene.acceptedChat("v1");
    var call = call(NUMBER, give(chat.conversation()).digits()).orElseThrow();
    assertThat(call.conversation()).isEqualTo(chat.conversation());
    assertThat(call.owner()).isEqualTo(scene.amal);
    assertThat(call.continuesOpenConversation()).isTrue();
    assertThat(scene.arrivals).last().isEqualTo(call);
    var addresses = scene.contacts.find(scene.workspace, call.contact()).orElseThrow().addresses();
    assertThat(addresses).contains(new Address(AddressKind.PHONE, NUMBER, Trust.PRESENTED));

    var again = scene.call(NUMBER);
    assertThat(again.conversation()).as("now the number says it").isEqualTo(chat.conversation());
  }

  @Test
  @Requirement("S0-77")
  void aWithheldCallerIsBroughtThereToo() {
    var chat = scene.acceptedChat("v1");
    var call =
        scene.calls.arrive(
            scene.workspace,
            new IncomingPhoneCall(scene.voice, null, "+4930901820", null, now()),
            give(chat.conversation()).digits(),
            _ -> List.of());
    assertThat(call.orElseThrow().conversation()).isEqualTo(chat.conversation());
    assertThat(call.orElseThrow().party()).isEmpty();
  }

  /// Somebody who once called, and is not known to be who chats.
  @Test
  void aNumberThatSomebodyHasStaysTheirs() {
    var before = scene.call(NUMBER).contact();
    var chat = scene.acceptedChat("v1");
    var call = call(NUMBER, give(chat.conversation()).digits()).orElseThrow();
    assertThat(call.conversation()).isEqualTo(chat.conversation());
    assertThat(call.contact()).isNotEqualTo(before);
    assertThat(scene.contacts.find(scene.workspace, call.contact()).orElseThrow().addresses())
        .noneMatch(address -> address.kind() == AddressKind.PHONE);
  }

  @Test
  void wrongDigitsBringNobodyAnywhere() {
    var chat = scene.acceptedChat("v1");
    var right = give(chat.conversation()).digits();
    var before = scene.arrivals.size();
    assertThat(call(NUMBER, right.equals("111111") ? "222222" : "111111")).isEmpty();
    assertThat(scene.arrivals).hasSize(before);
  }

  @Test
  void aCodeIsGoodForHalfAnHour() {
    var chat = scene.acceptedChat("v1");
    var past = Clock.offset(Clock.systemUTC(), ConversationLimits.CODE_LIVES.negated());
    var code =
        new CallCodeStore(scene.database, past, new Random(7))
            .give(scene.workspace, chat.conversation(), scene.amal, scene.voice)
            .orElseThrow();
    assertThat(code.expires()).isBeforeOrEqualTo(now());
    assertThat(codes.anyFor(scene.workspace, scene.voice)).isFalse();
    assertThat(call(NUMBER, code.digits())).isEmpty();
  }

  @Test
  void aCodeEndsWithItsConversation() {
    var chat = scene.acceptedChat("v1");
    var code = give(chat.conversation());
    assertThat(codes.anyFor(scene.workspace, scene.voice)).isTrue();
    scene.commit(new LiveEnded(chat.interaction(), EndedBy.CUSTOMER, now()));
    scene.conversations.complete(
        scene.workspace, new Complete(chat.conversation(), scene.amal, 1, null, false, ""));
    assertThat(codes.anyFor(scene.workspace, scene.voice)).isFalse();
    assertThat(call(NUMBER, code.digits())).isEmpty();
    assertThat(codes.give(scene.workspace, chat.conversation(), scene.amal, scene.voice)).isEmpty();
  }

  @Test
  void givenAgainItIsTheSameAndLivesLonger() {
    var chat = scene.acceptedChat("v1");
    var earlier = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
    var first =
        new CallCodeStore(scene.database, earlier, new Random(1))
            .give(scene.workspace, chat.conversation(), scene.amal, scene.voice)
            .orElseThrow();
    var second = give(chat.conversation());
    assertThat(second.digits()).isEqualTo(first.digits()).matches("[0-9]{6}");
    assertThat(second.expires()).isAfter(first.expires());
  }

  @Test
  void twoConversationsNeverHaveOneCode() {
    var one = scene.acceptedChat("v1");
    var other = scene.customerWrites("v2", "hello");
    scene.commit(new Accepted(other.interaction(), scene.amal, now()));
    var first =
        codes(new Random(3)).give(scene.workspace, one.conversation(), scene.amal, scene.voice);
    var second =
        codes(new Random(3)).give(scene.workspace, other.conversation(), scene.amal, scene.voice);
    assertThat(first.orElseThrow().digits()).isNotEqualTo(second.orElseThrow().digits());
  }

  @Test
  void nobodyGivesACodeForAConversationOfAnother() {
    var chat = scene.acceptedChat("v1");
    assertThat(codes.give(scene.workspace, chat.conversation(), scene.sam, scene.voice)).isEmpty();
  }

  @Test
  void aNumberJoinsWhatGoesOnWhenItIsOneContactsAlone() {
    assertThat(scene.calls.joins(scene.workspace, NUMBER)).isFalse();
    var call = scene.call(NUMBER);
    assertThat(scene.calls.joins(scene.workspace, NUMBER)).isTrue();
    assertThat(scene.calls.joins(scene.workspace, null)).isFalse();
    var unused =
        scene.contacts.addAddress(
            scene.workspace,
            scene.contacts.create(scene.workspace, "Jane", null).id(),
            new Address(AddressKind.PHONE, NUMBER, Trust.CONFIRMED));
    assertThat(scene.calls.joins(scene.workspace, NUMBER)).isFalse();
    assertThat(call.party()).isEqualTo(NUMBER);
  }
}
