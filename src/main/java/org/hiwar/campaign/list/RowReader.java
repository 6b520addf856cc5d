package org.hiwar.campaign.list;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hiwar.contact.ArabicText;
import org.hiwar.contact.NumberReader;
import org.hiwar.platform.table.CsvRow;
import org.hiwar.platform.table.StorableText;
import org.jspecify.annotations.Nullable;

/// Makes records of the rows of a file, as the fields of the list say, or refuses them with a
/// reason.
final class RowReader {
  /// Between the parts of a key: no value holds it.
  private static final char BETWEEN_KEYS = '\u001f';

  private final CallingList list;
  private final ImportPlan plan;
  private final Set<String> agents;
  private final List<Field> phones;
  private final List<@Nullable Field> columns = new ArrayList<>();

  /// `agents` are the log-ins that a record may be given to.
  RowReader(CallingList list, ImportPlan plan, Set<String> agents) {
    this.list = list;
    this.plan = plan;
    this.agents = agents;
    phones = list.fields().phones();
    for (int number : plan.columns())
      columns.add(number == ImportPlan.SKIPPED ? null : list.fields().all().get(number - 1));
  }

  /// The record of a row, or null. What is refused, the whole row or some numbers of it, is added
  /// to `refusals`.
  @Nullable StagedRecord read(CsvRow row, List<RefusedValue> refusals) {
    int before = refusals.size();
    try {
      return record(row, refusals);
    } catch (Refused refused) {
      refusals.subList(before, refusals.size()).clear();
      refusals.add(
          new RefusedValue(row.line(), true, refused.field, refused.reason, refused.value));
      return null;
    }
  }

  private StagedRecord record(CsvRow row, List<RefusedValue> refusals) throws Refused {
    requireShape(row);
    var record = new StagedRecord(row.line(), phones.size());
    var keys = new StringBuilder();
    Refused firstNumber = null;
    for (int at = 0; at < columns.size(); at++) {
      var field = columns.get(at);
      if (field == null) continue;
      var value = row.values().get(at).strip();
      requireText(field, value);
      if (field.type() == FieldType.PHONE) {
        var refused = number(record, field, value);
        if (refused != null) {
          if (field.needed()) throw refused;
          if (firstNumber == null) firstNumber = refused;
          refusals.add(
              new RefusedValue(row.line(), false, field.name(), refused.reason, refused.value));
        }
      } else put(record, field, value);
      if (field.key()) key(keys, keyOf(record, field, value));
    }
    requireNumber(record, firstNumber);
    if (keys.length() > ListLimits.KEY) throw new Refused(null, Reason.TOO_LONG, keys.toString());
    record.key = keys.toString();
    return record;
  }

  private void requireShape(CsvRow row) throws Refused {
    var values = row.values();
    if (!row.wellQuoted()) throw new Refused(null, Reason.QUOTES, String.join(" ", values));
    if (!row.fits(columns.size()))
      throw new Refused(null, Reason.OTHER_COLUMNS, String.join(" ", values));
  }

  private static void requireText(Field field, String value) throws Refused {
    if (value.isEmpty() && field.needed()) throw new Refused(field, Reason.MISSING, value);
    if (value.length() > ListLimits.VALUE) throw new Refused(field, Reason.TOO_LONG, value);
    if (!StorableText.is(value)) throw new Refused(field, Reason.CONTROL_CHARACTER, value);
  }

  /// What is wrong with it; null when nothing is.
  private @Nullable Refused number(StagedRecord record, Field field, String value) {
    if (value.isEmpty()) return null;
    int position = phones.indexOf(field);
    return switch (NumberReader.read(value, list.region())) {
      case NumberReader.Read(var number, var region) -> {
        record.numbers[position] = number;
        record.regions[position] = region;
        yield null;
      }
      case NumberReader.Unread(var fault) -> new Refused(field, Reason.of(fault), value);
    };
  }

  private static void requireNumber(StagedRecord record, @Nullable Refused first) throws Refused {
    for (var number : record.numbers) if (number != null) return;
    if (first != null) throw first;
    throw new Refused(null, Reason.NO_NUMBER, "");
  }

  private void put(StagedRecord record, Field field, String value) throws Refused {
    if (field.type().named()) {
      record.fields.put(field.name(), named(record, field, value));
      return;
    }
    if (value.isEmpty()) return;
    switch (field.type()) {
      case FIRST_NAME -> record.firstName = value;
      case LAST_NAME -> record.lastName = value;
      case COMPANY -> record.company = value;
      case POSTAL_CODE -> record.postalCode = value;
      case STATE -> record.state = value;
      case PRIORITY -> record.priority = priority(field, value);
      case AGENT_LOGIN -> record.agentLogin = agent(field, value);
      case CALL_AT -> record.callAt = instant(field, value);
      case TIME_ZONE -> zone(record, field, value);
      case PHONE, ACCOUNT, DATE_TIME, INTEGER, OTHER -> throw new AssertionError(field);
    }
  }

  private String named(StagedRecord record, Field field, String value) throws Refused {
    if (value.isEmpty()) return value;
    return switch (field.type()) {
      case INTEGER -> Long.toString(whole(field, value));
      case DATE_TIME -> {
        var at = instant(field, value);
        if (list.expiresDays() > 0 && field.name().equals(list.fields().expiresAfter()))
          record.expiresAt = at.plus(Duration.ofDays(list.expiresDays()));
        yield at.atZone(list.zone()).toOffsetDateTime().toString();
      }
      default -> value;
    };
  }

  private String keyOf(StagedRecord record, Field field, String value) {
    if (field.type() == FieldType.PHONE)
      return String.valueOf(record.numbers[phones.indexOf(field)]);
    if (field.type().named())
      return ArabicText.folded(record.fields.getOrDefault(field.name(), ""));
    return ArabicText.folded(value);
  }

  private static void key(StringBuilder keys, String part) {
    if (!keys.isEmpty()) keys.append(BETWEEN_KEYS);
    keys.append(part);
  }

  private static int priority(Field field, String value) throws Refused {
    long priority = whole(field, value);
    if (priority < 0 || priority > ListLimits.PRIORITY)
      throw new Refused(field, Reason.NO_WHOLE_NUMBER, value);
    return (int) priority;
  }

  private static long whole(Field field, String value) throws Refused {
    try {
      return Long.parseLong(ArabicText.digitsToAscii(value).replace('−', '-'));
    } catch (NumberFormatException _) {
      throw new Refused(field, Reason.NO_WHOLE_NUMBER, value);
    }
  }

  private String agent(Field field, String value) throws Refused {
    var login = value.toLowerCase(Locale.ROOT);
    if (!agents.contains(login)) throw new Refused(field, Reason.NO_SUCH_AGENT, value);
    return login;
  }

  private Instant instant(Field field, String value) throws Refused {
    return DateReader.read(value, plan.dates(), list.zone())
        .orElseThrow(() -> new Refused(field, Reason.NO_DATE, value))
        .toInstant();
  }

  private void zone(StagedRecord record, Field field, String value) throws Refused {
    try {
      var zone = ZoneId.of(value);
      if (field.of() == null) record.zone = zone;
      else
        for (int at = 0; at < phones.size(); at++)
          if (phones.get(at).name().equals(field.of())) record.zones[at] = zone.getId();
    } catch (DateTimeException _) {
      throw new Refused(field, Reason.NO_ZONE, value);
    }
  }

  /// Why a value was refused, on its way out of the row.
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final @Nullable String field;
    private final Reason reason;
    private final String value;

    Refused(@Nullable Field field, Reason reason, String value) {
      super(null, null, false, false);
      this.field = field == null ? null : field.name();
      this.reason = reason;
      this.value = value;
    }
  }
}
