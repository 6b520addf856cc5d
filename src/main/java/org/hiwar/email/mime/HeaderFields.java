package org.hiwar.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The header of a mail or of a part, in the order of its lines, unfolded. Values are as they came,
/// without the end of the line; [EncodedWords] are not decoded yet.
public record HeaderFields(List<Field> fields) {
  private static final Pattern KEYWORD = Pattern.compile("^\\s*([\\w.-]{1,100})");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("<([\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,400})>");

  /// @param name in lower case
  public record Field(String name, String value) {}

  public HeaderFields {
    fields = List.copyOf(fields);
  }

  /// The first of this name; empty text when there is none.
  public String first(String name) {
    for (var field : fields) if (field.name().equals(name)) return field.value();
    return "";
  }

  public List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  public boolean has(String name) {
    return fields.stream().anyMatch(f -> f.name().equals(name));
  }

  /// The ids of mails that a field names, without their brackets, in order, each once, the last
  /// ones when there are too many.
  public List<String> messageIds(String name) {
    var ids = new ArrayList<String>();
    for (var value : all(name))
      MESSAGE_ID.matcher(value).results().map(found -> found.group(1)).forEach(ids::add);
    var once = ids.stream().distinct().toList();
    return once.subList(Math.max(0, once.size() - MimeLimits.REFERENCES), once.size());
  }

  /// The first word of a field, in lower case, without what follows it: `auto-replied` of
  /// `Auto-Submitted: auto-replied; owner=…`.
  public String keyword(String name) {
    var word = KEYWORD.matcher(first(name));
    return word.find() ? word.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
