package org.hiwar.contact;

import java.util.List;

/// For benchmarks, which write contacts into the database by themselves.
public final class SearchTexts {
  private SearchTexts() {}

  public static String of(String name, String number, String mail) {
    var addresses =
        List.of(
            new Address(AddressKind.PHONE, number, Trust.CONFIRMED),
            new Address(AddressKind.EMAIL, mail, Trust.CONFIRMED));
    return SearchText.of(name, addresses);
  }
}
