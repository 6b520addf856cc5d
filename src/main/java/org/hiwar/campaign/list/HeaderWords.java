package org.hiwar.campaign.list;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.contact.ArabicText;
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
    mean(
        Meaning.phone(NumberKind.MOBILE),
        "mobile, mobile phone, mobile number, cell, cell phone, cellphone, gsm, phone, phone"
            + " number, telephone, tel, number, جوال, الجوال, رقم الجوال, موبايل, الموبايل, رقم"
            + " الموبايل, محمول, المحمول, رقم المحمول, هاتف, الهاتف, رقم الهاتف, الرقم, رقم, خليوي,"
            + " جوال 1");
    mean(
        Meaning.phone(NumberKind.HOME),
        "home, home phone, home number, landline, هاتف المنزل, المنزل, هاتف ارضي, ارضي, هاتف"
            + " البيت");
    mean(
        Meaning.phone(NumberKind.WORK),
        "work, work phone, work number, office, office phone, business phone, هاتف العمل, العمل,"
            + " هاتف المكتب, المكتب");
    mean(
        Meaning.phone(NumberKind.OTHER),
        "other phone, second phone, phone 2, هاتف اخر, رقم اخر, هاتف 2, جوال 2");
    mean(
        Meaning.of(FieldType.FIRST_NAME),
        "first name, firstname, given name, name, full name, customer, customer name, الاسم, الاسم"
            + " الاول, اسم العميل, العميل, الاسم الكامل");
    mean(
        Meaning.of(FieldType.LAST_NAME),
        "last name, lastname, surname, family name, family, الكنيه, اسم العائله, العائله, اللقب,"
            + " الاسم الاخير, الشهره");
    mean(
        Meaning.of(FieldType.COMPANY),
        "company, company name, organization, organisation, الشركه, شركه, اسم الشركه, المؤسسه");
    mean(
        Meaning.of(FieldType.ACCOUNT),
        "account, account number, account id, customer id, customer number, رقم الحساب, الحساب, رقم"
            + " العميل");
    mean(Meaning.of(FieldType.AGENT_LOGIN), "agent, agent login, login, الوكيل, اسم المستخدم");
    mean(
        Meaning.of(FieldType.CALL_AT), "call at, call after, call time, موعد الاتصال, وقت الاتصال");
    mean(Meaning.of(FieldType.PRIORITY), "priority, الاولويه, اولويه");
    mean(Meaning.of(FieldType.TIME_ZONE), "time zone, timezone, zone, المنطقه الزمنيه");
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

  /// As names are compared: folded, without what is put between words.
  static String plain(String header) {
    return ArabicText.folded(header.replaceAll("[_\\-.:#*]+", " "));
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
