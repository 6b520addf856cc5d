package org.hiwar.contact.file;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hiwar.contact.ArabicText;
import org.hiwar.contact.ContactLimits;
import org.jspecify.annotations.Nullable;

/// Single values of a contact as people write them in files.
final class ContactValues {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");
  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "نعم");
  private static final Set<String> NO = Set.of("no", "n", "false", "0", "لا");
  private static final Map<String, String> LANGUAGES = languages();

  private ContactValues() {}

  /// Their names in Arabic and English, folded.
  private static Map<String, String> languages() {
    var names = new HashMap<String, String>();
    for (var code : Locale.getISOLanguages()) {
      var language = Locale.of(code);
      names.put(ArabicText.folded(language.getDisplayLanguage(Locale.ENGLISH)), code);
      names.put(ArabicText.folded(language.getDisplayLanguage(Locale.of("ar"))), code);
    }
    return names;
  }

  /// Takes a value that is not empty, of a column that has one value; null: it is taken.
  static @Nullable ContactReason put(
      ReadContact read, ContactColumn column, String value, ContactTable table) {
    return switch (column.meaning()) {
      case ID -> ref(read, value);
      case NAME -> name(read, value);
      case LANGUAGE -> language(read, value);
      case COMPANY -> company(read, value);
      case TIME_ZONE -> zone(read, value);
      case PREFERRED_CHANNEL -> channel(read, value, table);
      case CONSENT -> consent(read, column, value);
      case FIELD -> field(read, column, value, table);
      case PHONE, EMAIL, WHATSAPP, TELEGRAM, EXTERNAL, CLAIMED, TAGS ->
          throw new IllegalArgumentException(column.text());
    };
  }

  private static @Nullable ContactReason ref(ReadContact read, String value) {
    try {
      read.ref = Long.valueOf(ArabicText.digitsToAscii(value));
      return null;
    } catch (NumberFormatException _) {
      return ContactReason.NO_WHOLE_NUMBER;
    }
  }

  private static @Nullable ContactReason name(ReadContact read, String value) {
    read.name = read.name == null ? value : read.name + " " + value;
    return null;
  }

  private static @Nullable ContactReason language(ReadContact read, String value) {
    var known = LANGUAGES.get(ArabicText.folded(value));
    if (known != null) read.language = known;
    else if (LANGUAGE.matcher(value).matches()) read.language = value;
    else if (LANGUAGE.matcher(value.toLowerCase(Locale.ROOT)).matches())
      read.language = value.toLowerCase(Locale.ROOT);
    else return ContactReason.NO_LANGUAGE;
    return null;
  }

  private static @Nullable ContactReason company(ReadContact read, String value) {
    if (value.length() > ContactLimits.NAME_CHARACTERS) return ContactReason.TOO_LONG;
    if (value.chars().anyMatch(Character::isISOControl)) return ContactReason.CONTROL_CHARACTER;
    read.company = value;
    return null;
  }

  private static @Nullable ContactReason zone(ReadContact read, String value) {
    try {
      var zone = ZoneId.of(value).getId();
      if (zone.length() > ContactLimits.ZONE_CHARACTERS) return ContactReason.TOO_LONG;
      read.timeZone = zone;
      return null;
    } catch (DateTimeException _) {
      return ContactReason.NO_ZONE;
    }
  }

  private static @Nullable ContactReason channel(
      ReadContact read, String value, ContactTable table) {
    var name = value.toLowerCase(Locale.ROOT);
    if (!table.channels().contains(name)) return ContactReason.NO_CHANNEL;
    read.channel = name;
    return null;
  }

  private static @Nullable ContactReason consent(
      ReadContact read, ContactColumn column, String value) {
    var answer = ArabicText.folded(value);
    if (YES.contains(answer)) read.consents.put(column.of(), true);
    else if (NO.contains(answer)) read.consents.put(column.of(), false);
    else return ContactReason.NO_ANSWER;
    return null;
  }

  private static @Nullable ContactReason field(
      ReadContact read, ContactColumn column, String value, ContactTable table) {
    var kept = table.field(column).normalised(value);
    if (kept.isEmpty()) return ContactReason.NO_FIELD_VALUE;
    read.fields.put(column.of(), kept.get());
    return null;
  }
}
