package org.hiwar.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is found by what, and how near it comes.
class SoughtTest {
  @ParameterizedTest
  @CsvSource({
    // Arabic, however it is written
    "أحمد خليل, احمد, EXACT",
    "احمد خليل, أحمد, EXACT",
    "إبراهيم, ابراهيم, EXACT",
    "آمنة, امنه, EXACT",
    "فاطمة, فاطمه, EXACT",
    "فاطمه, فاطمة, EXACT",
    "ليلى, ليلي, EXACT",
    "هاني, هانى, EXACT",
    "مُحَمَّد, محمد, EXACT",
    "محمد, مُحَمَّد, EXACT",
    "محـــمد, محمد, EXACT",
    "فؤاد, فواد, EXACT",
    "علاء, علا, PREFIX",
    // with and without the article
    "ليلى الأحمد, احمد, EXACT",
    "ليلى أحمد, الأحمد, EXACT",
    "ليلى الأحمد, الاحمد, EXACT",
    "ليلى الأحمد, الاح, PREFIX",
    "ليلى الأحمد, ال, PREFIX",
    "عبد الرحمن, عبدالرحمن, EXACT",
    "عبدالرحمن, عبد الرحمن, PART",
    "عبد الرحمن, رحمن, EXACT",
    "أبو بكر, ابوبكر, EXACT",
    // from the first letter
    "محمد, م, PREFIX",
    "محمد, مح, PREFIX",
    "Layla Haddad, l, PREFIX",
    "Layla Haddad, h, PREFIX",
    "Layla Haddad, a, NONE",
    "Layla Haddad, LAYLA, EXACT",
    "Zoë Müller, zoe muller, EXACT",
    "Liam O’Brien, obrien, EXACT",
    "Jean-Luc Picard, luc, EXACT",
    "Layla Haddad, addad, PART",
    // one typing error
    "Mohammed Haddad, mohamed, TYPO",
    "Mohamed Haddad, mohammed, TYPO",
    "Mohamed Haddad, mohamad, TYPO",
    "Mohamed Haddad, mohaemd, TYPO",
    "Mohamed Haddad, muhamad, NONE",
    "Mohamed Haddad, mohamed hadad, TYPO",
    "محمود, محمد, TYPO",
    "محمود, محمودد, TYPO",
    "Anna, ann, PREFIX",
    "Ana, ane, NONE",
    "Room 1234, 1235, NONE",
    // all words, in any order
    "Layla Haddad, haddad layla, EXACT",
    "Layla Haddad, hadd layla, PREFIX",
    "Layla Haddad, layla khalil, NONE",
    // signs
    "Layla Haddad, %, NONE",
    "Layla Haddad, _, NONE",
    "Layla Haddad, layla%haddad, EXACT"
  })
  void names(String name, String query, String nearness) {
    assertThat(nearness(name, List.of(), query)).isEqualTo(nearness);
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, +963944123456, +963944123456, EXACT",
    "PHONE, +963944123456, 00963944123456, EXACT",
    "PHONE, +963944123456, ٠٠٩٦٣٩٤٤١٢٣٤٥٦, EXACT",
    "PHONE, +963944123456, ۹۶۳۹۴۴۱۲۳۴۵۶, EXACT",
    "PHONE, +963944123456, +963 944 123 456, EXACT",
    "PHONE, +963944123456, +963, PREFIX",
    "PHONE, +963944123456, 9, PREFIX",
    "PHONE, +963944123456, 0944123456, PREFIX",
    "PHONE, +963944123456, 3456, PREFIX",
    "PHONE, +963944123456, 456, PART",
    "PHONE, +963944123456, 4412, PART",
    "PHONE, +963944123456, 0944, PART",
    "PHONE, +963944123456, ٤٤١٢٣, PART",
    "PHONE, +963944123456, 94412346, NONE",
    "PHONE, +963944123456, 46, NONE",
    "WHATSAPP, +963944123456, 944-123-456, PREFIX",
    "EMAIL, ahmad.khalil82@gmail.example, ahmad.khalil82@gmail.example, EXACT",
    "EMAIL, ahmad.khalil82@gmail.example, Ahmad, EXACT",
    "EMAIL, ahmad.khalil82@gmail.example, khalil, PREFIX",
    "EMAIL, ahmad.khalil82@gmail.example, mad@, PART",
    "EMAIL, ahmad.khalil82@gmail.example, @gmail, EXACT",
    "EMAIL, ahmad.khalil82@gmail.example, gmail.ex, PREFIX",
    "EMAIL, ahmad.khalil82@gmail.example, @yahoo, NONE",
    "VISITOR, visitor-1, visitor, NONE",
    "EXTERNAL, crm-4711, 4711, EXACT"
  })
  void addresses(AddressKind kind, String value, String query, String nearness) {
    var address = new Address(kind, value, Trust.CONFIRMED);
    assertThat(nearness(null, List.of(address), query)).isEqualTo(nearness);
  }

  private static String nearness(
      @org.jspecify.annotations.Nullable String name, List<Address> addresses, String query) {
    var sought = Sought.of(query);
    if (sought.words().isEmpty()) return "NONE";
    return sought.in(SearchText.of(name, addresses)).map(MatchLevel::name).orElse("NONE");
  }

  @Test
  void anErrorIsALetterTooManyTooFewAnotherOrTwoExchanged() {
    assertThat(Stream.of("abcde", "abde", "abcdde", "abxde", "abdce"))
        .allMatch(word -> OneEdit.between("abcde", word) && OneEdit.between(word, "abcde"));
    assertThat(Stream.of("abc", "xbcdy", "acbed", "abcdefg", "edcba"))
        .noneMatch(word -> OneEdit.between("abcde", word) || OneEdit.between(word, "abcde"));
  }

  @Test
  void wordsThatDifferByOneErrorHaveAShortenedFormInCommon() {
    for (var other : List.of("abcde", "abde", "abcdde", "abxde", "abdce"))
      assertThat(OneEdit.shortened(other)).containsAnyElementsOf(OneEdit.shortened("abcde"));
  }
}
