package org.hiwar.contact.file;

import java.util.List;
import java.util.Objects;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.ContactLimits;
import org.hiwar.contact.NumberReader;
import org.hiwar.contact.Trust;
import org.hiwar.platform.table.CsvCells;
import org.hiwar.platform.table.CsvRow;
import org.hiwar.platform.table.StorableText;
import org.jspecify.annotations.Nullable;

/// Makes of the rows of a file what they say of contacts, or refuses them with a reason. A value
/// that is wrong is left out and told of; the row goes with it only where nobody would be
/// recognised by what is left.
final class ContactRowReader {
  private final ContactImportPlan plan;
  private final List<String> names;

  /// `names` of the columns as the file has them; those without a name are called by their number.
  ContactRowReader(ContactImportPlan plan, List<String> names) {
    this.plan = plan;
    this.names = names;
  }

  /// What the row says, or null. What is refused, the whole row or some values of it, is added to
  /// `refusals`.
  @Nullable ReadContact read(CsvRow row, List<RefusedContactValue> refusals) {
    int before = refusals.size();
    var wrong = wrongShape(row);
    if (wrong != null) {
      refusals.add(whole(row, null, wrong, String.join(" ", row.values())));
      return null;
    }
    var read = new ReadContact(row.line());
    for (int at = 0; at < plan.columns().size(); at++) {
      var column = plan.columns().get(at);
      if (column == null) continue;
      var value = CsvCells.read(row.values().get(at).strip()).strip();
      if (value.isEmpty()) continue;
      var unfit = unfit(value);
      if (unfit == null) put(read, column, at, value, refusals);
      else {
        refusals.subList(before, refusals.size()).clear();
        refusals.add(whole(row, name(at), unfit, value));
        return null;
      }
    }
    if (read.name != null && read.name.length() > ContactLimits.NAME_CHARACTERS)
      return refused(row, refusals, before, ContactReason.TOO_LONG, read.name);
    if (read.ref == null && read.proved().isEmpty()) return nobody(row, refusals, before);
    return read;
  }

  private static @Nullable ContactReason wrongShape(CsvRow row, int columns) {
    if (!row.wellQuoted()) return ContactReason.QUOTES;
    return row.fits(columns) ? null : ContactReason.OTHER_COLUMNS;
  }

  private @Nullable ContactReason wrongShape(CsvRow row) {
    return wrongShape(row, plan.columns().size());
  }

  private static @Nullable ContactReason unfit(String value) {
    if (value.length() > ContactFileLimits.CELL) return ContactReason.TOO_LONG;
    return StorableText.is(value) ? null : ContactReason.CONTROL_CHARACTER;
  }

  /// Told by the first address that was none, where there is one.
  private @Nullable ReadContact nobody(CsvRow row, List<RefusedContactValue> refusals, int before) {
    var first =
        refusals.subList(before, refusals.size()).stream()
            .filter(one -> isOfAddress(one.reason()))
            .findFirst();
    if (first.isEmpty()) return refused(row, refusals, before, ContactReason.NO_ADDRESS, "");
    var told = first.get();
    refusals.subList(before, refusals.size()).clear();
    refusals.add(
        new RefusedContactValue(told.line(), true, told.field(), told.reason(), told.value()));
    return null;
  }

  private static boolean isOfAddress(ContactReason reason) {
    return switch (reason) {
      case NUMBER_HAS_LETTERS, NUMBER_TOO_SHORT, NUMBER_TOO_LONG -> true;
      case NUMBER_OF_NO_COUNTRY, NUMBER_NOT_GIVEN_OUT, NO_EMAIL -> true;
      case NO_ADDRESS, NO_LANGUAGE, NO_ZONE, NO_CHANNEL, NO_ANSWER, NO_FIELD_VALUE -> false;
      case NO_WHOLE_NUMBER, TOO_LONG, TOO_MANY, CONTROL_CHARACTER, OTHER_COLUMNS -> false;
      case QUOTES, TWICE_IN_FILE, KNOWN, SEVERAL_CONTACTS -> false;
    };
  }

  private static @Nullable ReadContact refused(
      CsvRow row,
      List<RefusedContactValue> refusals,
      int before,
      ContactReason reason,
      String value) {
    refusals.subList(before, refusals.size()).clear();
    refusals.add(whole(row, null, reason, value));
    return null;
  }

  private static RefusedContactValue whole(
      CsvRow row, @Nullable String field, ContactReason reason, String value) {
    return new RefusedContactValue(row.line(), true, field, reason, value);
  }

  private String name(int at) {
    var name = at < names.size() ? names.get(at).strip() : "";
    return name.isEmpty() ? Integer.toString(at + 1) : name;
  }

  private void put(
      ReadContact read,
      ContactColumn column,
      int at,
      String value,
      List<RefusedContactValue> refusals) {
    var parts = CsvCells.parts(value);
    switch (column.meaning()) {
      case PHONE, EMAIL, WHATSAPP, TELEGRAM, EXTERNAL -> {
        var kind = Objects.requireNonNull(column.meaning().address());
        for (var part : parts) leaveOut(address(read, kind, part), read, at, part, refusals);
      }
      case CLAIMED -> {
        for (var part : parts) leaveOut(claimed(read, part), read, at, part, refusals);
      }
      case TAGS -> {
        for (var part : parts) leaveOut(tag(read, part), read, at, part, refusals);
      }
      case ID, NAME, LANGUAGE, COMPANY, TIME_ZONE, PREFERRED_CHANNEL, CONSENT, FIELD ->
          leaveOut(ContactValues.put(read, column, value, plan.table()), read, at, value, refusals);
    }
  }

  private void leaveOut(
      @Nullable ContactReason reason,
      ReadContact read,
      int at,
      String value,
      List<RefusedContactValue> refusals) {
    if (reason != null)
      refusals.add(new RefusedContactValue(read.line, false, name(at), reason, value));
  }

  /// Null: it is one.
  private @Nullable ContactReason address(ReadContact read, AddressKind kind, String part) {
    if (read.addresses.size() >= ContactLimits.ADDRESSES) return ContactReason.TOO_MANY;
    if (kind == AddressKind.PHONE)
      return switch (NumberReader.read(part, plan.region())) {
        case NumberReader.Read(var number, var _) -> {
          read.add(new Address(kind, number, Trust.CONFIRMED));
          yield null;
        }
        case NumberReader.Unread(var fault) -> ContactReason.of(fault);
      };
    var value = Addresses.normalised(kind, part, plan.region());
    if (value.isEmpty())
      return part.length() > Addresses.LONGEST ? ContactReason.TOO_LONG : ContactReason.NO_EMAIL;
    read.add(new Address(kind, value.get(), Trust.CONFIRMED));
    return null;
  }

  private @Nullable ContactReason claimed(ReadContact read, String part) {
    if (read.addresses.size() >= ContactLimits.ADDRESSES) return ContactReason.TOO_MANY;
    var address = Addresses.claimed(part, plan.region());
    if (address.isEmpty()) return ContactReason.TOO_LONG;
    read.add(address.get());
    return null;
  }

  private static @Nullable ContactReason tag(ReadContact read, String part) {
    if (part.length() > ContactLimits.TAG_CHARACTERS) return ContactReason.TOO_LONG;
    if (part.chars().anyMatch(Character::isISOControl)) return ContactReason.CONTROL_CHARACTER;
    if (read.tags.size() >= ContactLimits.TAGS && !read.tags.contains(part))
      return ContactReason.TOO_MANY;
    read.tags.add(part);
    return null;
  }
}
