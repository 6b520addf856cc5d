package org.hiwar.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people write differently and mean alike.
class ArabicTextTest {
  @ParameterizedTest
  @CsvSource({
    "أحمد, احمد",
    "إبراهيم, ابراهيم",
    "آمنة, امنه",
    "ٱلله, الله",
    "منى, مني",
    "فاطمة, فاطمه",
    "مؤمن, مومن",
    "عائشة, عايشه",
    "رائد, رايد",
    "هيئة, هييه",
    "مُحَمَّد, محمد",
    "محمّد, محمد",
    "هٰذا, هذا",
    "محـــمد, محمد",
    "قرآن, قران",
    "سماءٌ, سماء",
    "٠٩٩١٢٣, 099123",
    "۰۹۹۱۲۳, 099123",
    "+٩٦٣ ٩٤٤, +963 944",
    "ﻣﺤﻤﺪ, محمد",
    "ﻻ, لا",
    "ﷲ, الله",
    "José, jose",
    "ÖZIL, ozil",
    "Ｈｉｗａｒ, hiwar",
    "STRASSE, strasse",
    "'  two   words ', two words",
    "'a\u00a0b', a b",
    "'\u200fاحمد\u200e', احمد",
    "عبد الرحمٰن, عبد الرحمن",
    "ليلى الأحمد, ليلي الاحمد",
  })
  void isFolded(String written, String folded) {
    assertThat(ArabicText.folded(written)).isEqualTo(folded);
    assertThat(ArabicText.folded(folded)).as("folding twice changes nothing").isEqualTo(folded);
  }
}
