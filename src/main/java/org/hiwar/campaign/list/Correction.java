package org.hiwar.campaign.list;

import java.util.List;

/// What became of a wish to correct a record.
public sealed interface Correction {

  /// A field of the record, by its name.
  ///
  /// @param was what whoever corrects has read there; empty: nothing
  /// @param value what is to stand there; empty: nothing
  record Wish(String field, String was, String value) {}

  /// A field that is another now, as texts.
  record Change(String field, String was, String now) {}

  /// A field that somebody else has changed meanwhile.
  record Meanwhile(String field, String now) {}

  /// `changes` is empty where all was so already.
  record Corrected(CallingRecord record, List<Change> changes) implements Correction {}

  /// Nothing was changed: these are not as whoever corrects has read them.
  record Outdated(List<Meanwhile> fields) implements Correction {}

  /// Nothing was changed: an import would refuse these too.
  record Refused(List<RefusedValue> values) implements Correction {}

  /// Nothing was changed: an import holds the record.
  record Held() implements Correction {}
}
