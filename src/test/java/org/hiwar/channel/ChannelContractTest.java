package org.hiwar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.hiwar.Requirement;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every kind of channel that there is, whoever adds it.
@Tag("api")
@Requirement("S0-41")
class ChannelContractTest {
  private static final int ITEMS = 200;

  static Stream<Channel> channels() {
    return RunningHiwar.bean(Channels.class).all().stream();
  }

  private static Account account(Channel channel) {
    return new Account(
        new WorkspaceId(1),
        new AccountId(1),
        channel.name(),
        "Account",
        "somewhere",
        new ServiceId(1),
        null,
        Map.of(),
        true,
        1);
  }

  @ParameterizedTest
  @MethodSource("channels")
  void itHasANameOfItsOwnThatScreensAndTablesCanCarry(Channel channel) {
    assertThat(channel.name()).matches("[a-z]+(-[a-z]+)*").hasSizeLessThanOrEqualTo(40);
    assertThat(channels().map(Channel::name)).doesNotHaveDuplicates();
    assertThat(List.of("web", "phone", "web-call")).doesNotContain(channel.name());
  }

  @ParameterizedTest
  @MethodSource("channels")
  void whatItCanDoIsPossible(Channel channel) {
    var can = channel.capabilities();
    assertThat(can.medium()).isIn(Medium.CHAT, Medium.EMAIL);
    assertThat(can.address()).isNotEqualTo(AddressKind.VISITOR);
    assertThat(can.characters()).isPositive();
    if (can.medium() == Medium.CHAT)
      assertThat(can.characters()).isLessThanOrEqualTo(ConversationLimits.MESSAGE_CHARACTERS);
    assertThat(can.files()).isNotNegative();
    assertThat(can.fileBytes()).isNotNegative();
    assertThat(channel.capabilities()).as("always the same").isEqualTo(can);
  }

  @ParameterizedTest
  @MethodSource("channels")
  void everySettingCanBeDrawn(Channel channel) {
    var settings = channel.settings();
    assertThat(settings.stream().map(Setting::name)).doesNotHaveDuplicates();
    for (var setting : settings) {
      assertThat(setting.name()).isNotBlank();
      if (setting.kind() == Setting.Kind.CHOICE)
        assertThat(setting.choices()).contains(setting.fallback());
      else assertThat(setting.choices()).isEmpty();
      if (setting.kind() == Setting.Kind.SECRET) assertThat(setting.fallback()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("channels")
  void anAddressOfOursHasOneSpelling(Channel channel) {
    for (var typed : List.of("", " ", "+49 30 901820", "Desk@Example.com ", "desk", "box 7"))
      channel
          .ourAddress(typed)
          .ifPresent(
              address -> {
                assertThat(address).isNotBlank();
                assertThat(channel.ourAddress(address)).isEqualTo(Optional.of(address));
              });
    assertThat(channel.ourAddress(" ")).isEmpty();
  }

  /// Whatever comes in is understood, set aside or refused by an exception, the same each time, and
  /// never more than that.
  @ParameterizedTest
  @MethodSource("channels")
  void nonsenseIsReadWithoutHarmAndAlwaysTheSame(Channel channel) {
    var random = new Random(41);
    for (int i = 0; i < ITEMS; i++) {
      var body = new byte[random.nextInt(300)];
      random.nextBytes(body);
      var item = new RawItem(i, new AccountId(1), "item-" + i, body, Instant.EPOCH);
      assertThat(read(channel, item)).isEqualTo(read(channel, item));
    }
  }

  private static String read(Channel channel, RawItem item) {
    try {
      return switch (channel.read(account(channel), item)) {
        case Reading.Aside(String code, String _) -> "aside " + code;
        case Reading.Nothing(String code) -> "nothing " + code;
        case Reading.Content(var messages, var receipts) -> {
          for (var message : messages) {
            assertThat(message.text()).isNotBlank();
            assertThat(message.text().length())
                .isLessThanOrEqualTo(ConversationLimits.MESSAGE_CHARACTERS);
            assertThat(message.externalId()).isNotEmpty();
          }
          yield "content " + messages.stream().map(Incoming::text).toList() + receipts;
        }
      };
    } catch (RuntimeException e) {
      return "exception " + e.getClass().getName();
    }
  }

  @ParameterizedTest
  @MethodSource("channels")
  void aHindranceIsACode(Channel channel) {
    var recipient = new Recipient(new ContactId(1), "+4915112345678", null);
    channel
        .hindrance(account(channel), recipient)
        .ifPresent(code -> assertThat(code).matches("[a-z]+(-[a-z]+)*"));
  }
}
