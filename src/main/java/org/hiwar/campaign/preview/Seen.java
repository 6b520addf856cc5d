package org.hiwar.campaign.preview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.Fields;
import org.hiwar.campaign.list.RecordNumber;
import org.jspecify.annotations.Nullable;

/// What a record said when its agent accepted it (S2-33): an import meanwhile changes neither what
/// the agent reads nor which number a click calls. Stored as JSON with the preview.
public record Seen(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    Map<String, String> fields,
    @Nullable String postalCode,
    @Nullable String state,
    List<RecordNumber> numbers) {

  public Seen {
    fields = Map.copyOf(fields);
    numbers = List.copyOf(numbers);
  }

  /// The record as it is now, with what was seen of it.
  CallingRecord of(CallingRecord now) {
    return new CallingRecord(
        now.id(),
        now.list(),
        now.position(),
        firstName,
        lastName,
        company,
        fields,
        numbers,
        now.zone(),
        postalCode,
        state,
        now.priority(),
        now.agentLogin(),
        now.callAt(),
        now.expiresAt(),
        now.insertedAt());
  }

  /// The same, with the fields `corrected` (by their names) as they are `now`.
  Seen with(CallingRecord now, Fields fields, Set<String> corrected) {
    var first = firstName;
    var last = lastName;
    var firm = company;
    var post = postalCode;
    var region = state;
    var texts = new HashMap<>(this.fields);
    var all = new ArrayList<>(numbers);
    for (var field : fields.all()) {
      if (!corrected.contains(field.name())) continue;
      switch (field.type()) {
        case FIRST_NAME -> first = now.firstName();
        case LAST_NAME -> last = now.lastName();
        case COMPANY -> firm = now.company();
        case POSTAL_CODE -> post = now.postalCode();
        case STATE -> region = now.state();
        case ACCOUNT, DATE_TIME, INTEGER, OTHER -> {
          var text = now.fields().get(field.name());
          if (text == null) texts.remove(field.name());
          else texts.put(field.name(), text);
        }
        case PHONE -> {
          int position = fields.phones().indexOf(field) + 1;
          all.removeIf(number -> number.position() == position);
          now.numbers().stream().filter(n -> n.position() == position).forEach(all::add);
        }
        case AGENT_LOGIN, CALL_AT, PRIORITY, TIME_ZONE -> {}
      }
    }
    all.sort(Comparator.comparingInt(RecordNumber::position));
    return new Seen(first, last, firm, texts, post, region, all);
  }
}
