package org.hiwar.campaign.list;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.contact.NumberReader;
import org.hiwar.contact.file.ColumnWords;
import org.jspecify.annotations.Nullable;

/// What the names of columns mean, in Arabic and English.
final class HeaderWords {
  /// What a column seems to hold.
  record Meaning(FieldType type, @Nullable NumberKind kind) {
    static Meaning of(FieldType type) {
      return new Meaning(type, null);
    }

    static Meaning phone(NumberKind kind) {
      return new Meaning(FieldType.PHONE, kind);
    }
  }

  private static final Map<String, Meaning> MEANINGS = new HashMap<>();

  static {
    mean(Meaning.phone(NumberKind.MOBILE), ColumnWords.MOBILE);
    mean(Meaning.phone(NumberKind.HOME), ColumnWords.HOME);
    mean(Meaning.phone(NumberKind.WORK), ColumnWords.WORK);
    mean(Meaning.phone(NumberKind.OTHER), ColumnWords.OTHER_PHONE);
    mean(Meaning.of(FieldType.FIRST_NAME), ColumnWords.FIRST_NAME);
    mean(Meaning.of(FieldType.LAST_NAME), ColumnWords.LAST_NAME);
    mean(Meaning.of(FieldType.COMPANY), ColumnWords.COMPANY);
    mean(
        Meaning.of(FieldType.ACCOUNT),
        "account, account number, account id, customer id, customer number, رقم الحساب, الحساب, رقم"
            + " العميل");
    mean(Meaning.of(FieldType.AGENT_LOGIN), "agent, agent login, login, الوكيل, اسم المستخدم");
    mean(
        Meaning.of(FieldType.CALL_AT), "call at, call after, call time, موعد الاتصال, وقت الاتصال");
    mean(Meaning.of(FieldType.PRIORITY), "priority, الاولويه, اولويه");
    mean(Meaning.of(FieldType.TIME_ZONE), ColumnWords.TIME_ZONE);
    mean(
        Meaning.of(FieldType.POSTAL_CODE),
        "postal code, postcode, zip, zip code, الرمز البريدي, صندوق البريد");
    mean(Meaning.of(FieldType.STATE), "state, province, governorate, المحافظه, الولايه");
    mean(
        Meaning.of(FieldType.DATE_TIME),
        "date, due date, date of birth, birthday, التاريخ, تاريخ الميلاد, تاريخ الاستحقاق");
  }

  private HeaderWords() {}

  static Optional<Meaning> of(String header) {
    return Optional.ofNullable(MEANINGS.get(plain(header)));
  }

  static String plain(String header) {
    return ColumnWords.plain(header);
  }

  private static void mean(Meaning meaning, String words) {
    Arrays.stream(words.split(","))
        .map(HeaderWords::plain)
        .forEach(word -> MEANINGS.put(word, meaning));
  }

  /// Whether most of what is there are numbers that can be called.
  static boolean areNumbers(List<String> values, String region) {
    var some = values.stream().filter(value -> !value.isBlank()).toList();
    long numbers =
        some.stream()
            .filter(value -> NumberReader.read(value, region) instanceof NumberReader.Read)
            .count();
    return numbers > 0 && numbers * 2 > some.size();
  }
}
