package org.hiwar.contact.file;

import org.hiwar.contact.ArabicText;

/// How people call the columns of their files, in Arabic and English, with commas between.
public final class ColumnWords {
  public static final String MOBILE =
      "mobile, mobile phone, mobile number, cell, cell phone, cellphone, gsm, phone, phone number,"
          + " telephone, tel, number, جوال, الجوال, رقم الجوال, موبايل, الموبايل, رقم الموبايل,"
          + " محمول, المحمول, رقم المحمول, هاتف, الهاتف, رقم الهاتف, الرقم, رقم, خليوي, جوال 1";
  public static final String HOME =
      "home, home phone, home number, landline, هاتف المنزل, المنزل, هاتف ارضي, ارضي, هاتف البيت";
  public static final String WORK =
      "work, work phone, work number, office, office phone, business phone, هاتف العمل, العمل, هاتف"
          + " المكتب, المكتب";
  public static final String OTHER_PHONE =
      "other phone, second phone, phone 2, هاتف اخر, رقم اخر, هاتف 2, جوال 2";
  public static final String FIRST_NAME =
      "first name, firstname, given name, name, full name, customer, customer name, الاسم, الاسم"
          + " الاول, اسم العميل, العميل, الاسم الكامل";
  public static final String LAST_NAME =
      "last name, lastname, surname, family name, family, الكنيه, اسم العائله, العائله, اللقب,"
          + " الاسم الاخير, الشهره";
  public static final String COMPANY =
      "company, company name, organization, organisation, الشركه, شركه, اسم الشركه, المؤسسه";
  public static final String TIME_ZONE = "time zone, timezone, zone, المنطقه الزمنيه";
  static final String EMAIL =
      "email, e mail, mail, email address, mail address, البريد, بريد, البريد الالكتروني, بريد"
          + " الكتروني, ايميل, الايميل";
  static final String LANGUAGE = "language, lang, اللغه, لغه";
  static final String TAGS = "tags, tag, labels, label, وسوم, الوسوم, وسم";
  static final String PREFERRED_CHANNEL =
      "preferred channel, preferred contact, القناه المفضله, قناه التواصل المفضله";

  private ColumnWords() {}

  /// As names are compared: folded, without what is put between words.
  public static String plain(String header) {
    return ArabicText.folded(header.replaceAll("[_\\-.:#*]+", " "));
  }
}
