package org.hiwar.campaign.preview;

import java.util.List;
import java.util.Map;
import org.hiwar.campaign.list.CallingRecord;
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
}
