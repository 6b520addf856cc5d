package org.hiwar.sms.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.hiwar.contact.Trust;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTrustTest {
  @ParameterizedTest
  @CsvSource({
    "+4915112345678, ATTESTED",
    "12345, ATTESTED",
    "MyBank, PRESENTED",
    "1Bank, PRESENTED"
  })
  void aNameInPlaceOfANumberIsNotVerified(String sender, Trust trust) {
    assertThat(SenderTrust.of(sender)).isEqualTo(trust);
  }
}
