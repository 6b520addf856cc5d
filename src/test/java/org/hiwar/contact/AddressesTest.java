package org.hiwar.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "PHONE, +963 944 123 456, '', +963944123456",
    "PHONE, 00963944123456, '', +963944123456",
    "PHONE, 0944 123 456, SY, +963944123456",
    "PHONE, ٠٩٤٤١٢٣٤٥٦, SY, +963944123456",
    "PHONE, +1 (650) 253-0000, '', +16502530000",
    "PHONE, 030 901820, DE, +4930901820",
    "WHATSAPP, +963 944 123 456, '', +963944123456",
    "WHATSAPP, SY.13491208655302741918, SY, SY.13491208655302741918",
    "EMAIL, Ahmad@Example.COM, '', ahmad@example.com",
    "EMAIL, ' a@b ', '', a@b",
  })
  void oneSpellingPerAddress(AddressKind kind, String typed, String region, String normalised) {
    assertThat(Addresses.normalised(kind, typed, region)).contains(normalised);
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, 0944 123 456, ''",
    "PHONE, 123, SY",
    "PHONE, call me, ''",
    "PHONE, '', ''",
    "EMAIL, nobody, ''",
    "EMAIL, a@, ''",
    "EMAIL, a@b@c, ''",
    "EMAIL, a b@c, ''"
  })
  void whatIsNoAddressOfItsKind(AddressKind kind, String typed, String region) {
    assertThat(Addresses.normalised(kind, typed, region)).isEmpty();
  }

  @Test
  void whatACustomerTypedIsKeptThoughItIsNoAddress() {
    assertThat(Addresses.claimed(" 0944 123456 ", ""))
        .contains(new Address(AddressKind.PHONE, "0944 123456", Trust.CLAIMED));
    assertThat(Addresses.claimed("Me@Home.example", ""))
        .contains(new Address(AddressKind.EMAIL, "me@home.example", Trust.CLAIMED));
    assertThat(Addresses.claimed("+963944123456", ""))
        .contains(new Address(AddressKind.PHONE, "+963944123456", Trust.CLAIMED));
    assertThat(Addresses.claimed("  ", "")).isEqualTo(Optional.empty());
  }
}
