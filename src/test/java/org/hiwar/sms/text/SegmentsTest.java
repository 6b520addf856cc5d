package org.hiwar.sms.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hiwar.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SegmentsTest {
  /// The cases that the counter of the desktop is tested with, too.
  static Stream<JsonNode> cases() {
    var file = Path.of("web/desktop/test/segments.cases.json");
    return StreamSupport.stream(new JsonMapper().readTree(file.toFile()).spliterator(), false);
  }

  @Requirement("S0-83")
  @ParameterizedTest
  @MethodSource("cases")
  void aTextIsCountedAsTheDesktopCountsIt(JsonNode one) {
    var text = one.get("text").asString().repeat(one.get("times").asInt());

    var segments = Segments.of(text);

    assertThat(segments.encoding().name()).isEqualTo(one.get("encoding").asString());
    assertThat(segments.count()).isEqualTo(one.get("segments").asInt());
    assertThat(segments.left()).isEqualTo(one.get("left").asInt());
    assertThat(String.join("", segments.texts())).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource(Reference.class)
  void aPartNeverTakesMoreThan140BytesOnTheAir(Reference reference) {
    for (var text : Stream.of("a€", "مرحبا 😀 بكم").map(some -> some.repeat(100)).toList()) {
      var segments = Segments.of(text, reference);
      for (var part : segments.texts()) {
        int header = reference == Reference.SHORT ? 6 : 7;
        int bits =
            segments.encoding() == Encoding.GSM7
                ? Gsm7.encode(part).length * 7
                : part.length() * 16;
        assertThat(header * 8 + bits).isLessThanOrEqualTo(140 * 8);
        assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
      }
    }
  }

  @Test
  void everyCharacterOfTheAlphabetComesBack() {
    var all = new byte[127];
    for (int i = 0, septet = 0; septet < 128; septet++)
      if (septet != 0x1B) all[i++] = (byte) septet;

    assertThat(Gsm7.encode(Gsm7.decode(all))).isEqualTo(all);
    assertThat(Gsm7.decode(Gsm7.encode("[€] {~} ^\\|\f"))).isEqualTo("[€] {~} ^\\|\f");
  }

  @Test
  void whatIsNoSeptetOrNoExtensionIsReadAsFarAsItCan() {
    assertThat(Gsm7.decode(new byte[] {'a', (byte) 0xE4, 'b'})).isEqualTo("a\uFFFDb");
    assertThat(Gsm7.decode(new byte[] {0x1B, 'a', 0x1B})).isEqualTo("a");
    assertThat(Gsm7.decode(new byte[] {0x1B, 0x1B, 'b'})).isEqualTo(" b");
  }

  @ParameterizedTest
  @EnumSource(Reference.class)
  void aHeaderComesBackAsItWasWritten(Reference reference) {
    int name = reference == Reference.SHORT ? 0xFE : 0xFEDC;
    var part = new Part(name, 3, 2);

    var read = ShortContent.read(ShortContent.write(part, reference, new byte[] {7, 8, 9}));

    assertThat(read.part()).contains(part);
    assertThat(read.text()).containsExactly(7, 8, 9);
  }

  @Test
  void headersThatMakeNoSenseArePassedOver() {
    // a port element, then part 2 of 2; then such that cannot be
    var ports = new byte[] {11, 5, 4, 1, 2, 3, 4, 0, 3, 9, 2, 2, 'x'};
    assertThat(ShortContent.read(ports).part()).contains(new Part(9, 2, 2));
    assertThat(ShortContent.read(new byte[] {5, 0, 3, 9, 2, 3, 'x'}).part()).isEmpty();
    assertThat(ShortContent.read(new byte[] {5, 0, 3, 9, 0, 0, 'x'}).part()).isEmpty();
    assertThat(ShortContent.read(new byte[] {5, 0, 9, 9, 2, 1, 'x'}).part()).isEmpty();
    assertThat(ShortContent.read(new byte[] {0, 'x'}).text()).containsExactly('x');
    assertThatThrownBy(() -> ShortContent.read(new byte[] {5, 0, 3}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ShortContent.read(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noBytesMakeTheReaderFailInAnotherWay() {
    var chance = new java.util.Random(7);
    IntStream.range(0, 20_000)
        .forEach(
            _ -> {
              var bytes = new byte[chance.nextInt(20)];
              chance.nextBytes(bytes);
              try {
                Gsm7.decode(ShortContent.read(bytes).text());
              } catch (IllegalArgumentException _) {
                // said in words
              }
            });
  }
}
