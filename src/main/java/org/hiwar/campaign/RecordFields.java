package org.hiwar.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Filters and sorts of a list, as SQL over the rows `r` of calling_record. Names and values go in
/// as parameters, never as text.
final class RecordFields {
  private static final String NUMBER = "'^-?[0-9]{1,15}(\\.[0-9]{1,9})?$'";

  /// What every record has beside the list's own fields.
  private static final Map<String, String> COLUMNS =
      Map.of(
          "first_name", "r.first_name",
          "last_name", "r.last_name",
          "company", "r.company",
          "zone", "r.zone",
          "postal_code", "r.postal_code",
          "state", "r.state",
          "priority", "r.priority::text");

  private final Map<String, Object> parameters = new HashMap<>();

  Map<String, Object> parameters() {
    return parameters;
  }

  /// A condition that is true for what the filter lets through.
  String condition(List<BoundList.Filter> filter) {
    var all = new ArrayList<String>(List.of("true"));
    for (var one : filter) all.add(condition(one));
    return String.join(" and ", all);
  }

  private String condition(BoundList.Filter one) {
    var field = field(one.field());
    return switch (one.test()) {
      case IS -> "lower(" + field + ") = lower(" + value(one.value()) + ")";
      case IS_NOT -> "lower(" + field + ") <> lower(" + value(one.value()) + ")";
      case CONTAINS -> "position(lower(" + value(one.value()) + ") in lower(" + field + ")) > 0";
      case LESS -> "coalesce(" + number(field) + " < " + number(value(one.value())) + ", false)";
      case MORE -> "coalesce(" + number(field) + " > " + number(value(one.value())) + ", false)";
      case EMPTY -> field + " = ''";
      case NOT_EMPTY -> field + " <> ''";
    };
  }

  /// The place of a record among those of its list, ascending.
  String order(List<BoundList.Sort> sort) {
    var all = new ArrayList<String>();
    for (var one : sort)
      switch (one.by()) {
        case RANDOM -> all.add("hashint8extended(r.id, cast(:campaign as bigint))");
        case FIELD -> {
          var field = field(one.field());
          var way = one.descending() ? " desc" : " asc";
          all.add(number(field) + way + " nulls last");
          all.add(field + way);
        }
      }
    all.add("r.position");
    return String.join(", ", all);
  }

  private String field(String name) {
    var column = COLUMNS.get(name);
    return "coalesce(" + (column == null ? "r.fields ->> " + value(name) : column) + ", '')";
  }

  private String value(String value) {
    var name = "p" + parameters.size();
    parameters.put(name, value);
    return ":" + name + "::text";
  }

  private static String number(String text) {
    return "case when " + text + " ~ " + NUMBER + " then (" + text + ")::numeric end";
  }
}
