package org.hiwar.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.hiwar.platform.table.BrokenFile.Fault;
import org.junit.jupiter.api.Test;

class EncodingsTest {
  private static final String WORDS = "ليلى سامر دمشق حلب الاسم المدينة العميل رقم";

  @Test
  void anyArabicTableIsFoundInAnyEncodingWithAndWithoutAMark() throws IOException {
    for (long seed = 0; seed < 500; seed++) {
      var text = table(new Random(seed));
      for (var encoding : TextEncoding.values()) {
        assertThat(found(text.getBytes(encoding.charset())))
            .as("seed %d, %s", seed, encoding)
            .isEqualTo(encoding);
        if (encoding != TextEncoding.WINDOWS_1256)
          assertThat(found(("\ufeff" + text).getBytes(encoding.charset()))).isEqualTo(encoding);
      }
    }
  }

  @Test
  void theLetterThatTellsMayComeLate() throws IOException {
    var late = "0944123456,x\n".repeat(20_000) + "ليلى";
    assertThat(found(late.getBytes(TextEncoding.WINDOWS_1256.charset())))
        .isEqualTo(TextEncoding.WINDOWS_1256);
    assertThat(found(late.getBytes(StandardCharsets.UTF_8))).isEqualTo(TextEncoding.UTF_8);
  }

  @Test
  void damagedUtf8IsNotTakenForAnotherEncoding() {
    var bytes = table(new Random(1)).repeat(5).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length / 2] = (byte) 0xFF;
    assertThatThrownBy(() -> found(bytes))
        .isInstanceOfSatisfying(
            BrokenFile.class, e -> assertThat(e.fault()).isEqualTo(Fault.ENCODING_BROKEN));
  }

  @Test
  void whatIsNoTextIsRefused() {
    var archive = new byte[2_000];
    new Random(2).nextBytes(archive);
    assertThatThrownBy(() -> found(archive))
        .isInstanceOfSatisfying(
            BrokenFile.class, e -> assertThat(e.fault()).isEqualTo(Fault.NOT_TEXT));
  }

  @Test
  void separatorsAreFound() {
    for (char separator : Separators.ALL.toCharArray()) {
      var row = "الاسم%s\"a, b; c\"%s0944".replace("%s", String.valueOf(separator)) + "\n";
      assertThat(Separators.of(row.repeat(5))).isEqualTo(separator);
    }
    assertThat(Separators.of("one\ntwo\n")).isEqualTo(',');
  }

  private static TextEncoding found(byte[] bytes) throws IOException {
    return Encodings.of(new ByteArrayInputStream(bytes));
  }

  private static String table(Random random) {
    var words = Arrays.asList(WORDS.split(" "));
    var text = new StringBuilder("الاسم,الهاتف\r\n");
    for (int row = random.nextInt(20); row >= 0; row--)
      text.append(words.get(random.nextInt(words.size())))
          .append(",0944")
          .append(random.nextInt(100_000, 1_000_000))
          .append("\r\n");
    return text.toString();
  }
}
