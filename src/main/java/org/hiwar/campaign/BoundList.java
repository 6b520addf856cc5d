package org.hiwar.campaign;

import java.util.List;

/// A list as a campaign uses it.
///
/// - `enabled`: its records are handed out.
/// - `position`: lists with a smaller one come first. `ratio`: of lists at the same position, how
///   many records each gives in turn.
/// - `filter`: all of these must hold; empty: every record. `sort`: empty for the order in which
///   the records came. Both are applied when they are set, to later records as they come.
public record BoundList(
    ListId list, boolean enabled, int position, int ratio, List<Filter> filter, List<Sort> sort) {

  public BoundList {
    filter = List.copyOf(filter);
    sort = List.copyOf(sort);
  }

  /// What a field of a record must say. LESS and MORE compare numbers; a text is neither. A field
  /// is one of the list's own, or one of `RecordFields`.
  public record Filter(String field, Test test, String value) {}

  public enum Test {
    IS,
    IS_NOT,
    CONTAINS,
    LESS,
    MORE,
    EMPTY,
    NOT_EMPTY
  }

  /// By a field (numbers by size, before texts), or shuffled: then `field` is empty.
  public record Sort(By by, String field, boolean descending) {}

  public enum By {
    FIELD,
    RANDOM
  }

  /// Whether the records have the places that they would have in this use of the list.
  boolean places(BoundList use) {
    return enabled && filter.equals(use.filter) && sort.equals(use.sort);
  }
}
