package org.hiwar.bench.contacts;

import java.util.Locale;
import java.util.SplittableRandom;

/// Customers made by a rule, each by its number alone: names that are frequent as names are (the
/// nth most frequent one n times rarer than the first), half of them Arabic, with a number and a
/// mail address each.
final class Customers {
  private static final String[] FIRST = {
    "محمد",
    "Mohamed",
    "أحمد",
    "Ahmad",
    "علي",
    "Anna",
    "فاطمة",
    "Layla",
    "محمود",
    "Omar",
    "ليلى",
    "Maria",
    "خالد",
    "Sara",
    "إبراهيم",
    "Jonas",
    "يوسف",
    "Nour",
    "حسن",
    "Lukas",
    "عبد الرحمن",
    "Thomas",
    "زينب",
    "Yasmin",
    "سامر",
    "Julia",
    "هدى",
    "Karim",
    "رامي",
    "Hannah",
    "مصطفى",
    "Elias"
  };
  private static final String[] LATIN = {
    "ha", "ma", "ra", "ka", "li", "sa", "ber", "ner", "dad", "man", "lou", "chi", "schm", "idt"
  };
  private static final String[] ARABIC = {
    "حم", "دا", "سل", "را", "خل", "ني", "عب", "شا", "مر", "كي", "زي", "نو", "طر", "بي"
  };
  private static final int LAST_NAMES = 20_000;

  private Customers() {}

  /// @param mail its part before the `@` is made of a name and a number
  record Customer(String first, String last, String number, String mail) {
    String name() {
      return first + " " + last;
    }
  }

  static Customer at(int i) {
    var random = new SplittableRandom(i);
    var first = FIRST[rank(random, FIRST.length)];
    int family = rank(random, LAST_NAMES);
    boolean arabic = first.charAt(0) > 0x600;
    var last = arabic ? (family % 3 == 0 ? "ال" : "") + syllables(ARABIC, family) : latin(family);
    var number = arabic ? "+9639" + eight(random) : "+49151" + eight(random);
    var mail =
        latin(family).toLowerCase(Locale.ROOT)
            + "."
            + i
            + "@mail"
            + random.nextInt(50)
            + ".example";
    return new Customer(first, last, number, mail);
  }

  private static String latin(int family) {
    var lower = syllables(LATIN, family);
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  /// Four syllables; every number has others.
  private static String syllables(String[] from, int number) {
    int n = from.length;
    return from[number % n]
        + from[number / n % n]
        + from[number / n / n % n]
        + from[number / n / n / n % n];
  }

  private static String eight(SplittableRandom random) {
    return "%08d".formatted(random.nextInt(100_000_000));
  }

  /// Small ranks are frequent: evenly spread over the logarithm.
  private static int rank(SplittableRandom random, int many) {
    return (int)
        Math.min(many - 1L, Math.floor(Math.exp(random.nextDouble() * Math.log(many + 1)) - 1));
  }
}
