package org.hiwar.campaign.list.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.hiwar.campaign.list.Field;
import org.hiwar.campaign.list.FieldType;
import org.hiwar.campaign.list.Fields;
import org.hiwar.campaign.list.ImportPlan;
import org.hiwar.campaign.list.ImportPolicy;
import org.hiwar.campaign.list.ListLimits;
import org.hiwar.campaign.list.file.BrokenFile;
import org.hiwar.campaign.list.file.Separators;
import org.hiwar.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// What an import may be asked for.
final class ImportRules {
  private ImportRules() {}

  static @Nullable Character separator(@Nullable String separator) {
    if (separator == null || separator.isEmpty()) return null;
    if (separator.length() != 1 || !Separators.ALL.contains(separator))
      throw Refusal.invalid(
          "separator-invalid", "Values are separated by comma, semicolon, tab or |. Choose one.");
    return separator.charAt(0);
  }

  /// The folders that some browsers name are left out.
  static String fileName(String name) {
    return ListRules.name(
        name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
  }

  static List<Integer> columns(String text, Fields fields) {
    var columns = new ArrayList<Integer>();
    var used = new HashSet<Integer>();
    for (var one : text.split(",", -1)) {
      int number = one.isEmpty() ? ImportPlan.SKIPPED : number(one);
      if (number < 0 || number > fields.all().size()) throw invalid();
      if (number != ImportPlan.SKIPPED && !used.add(number)) throw invalid();
      columns.add(number);
    }
    if (columns.size() > ListLimits.COLUMNS) throw invalid();
    for (int at = 0; at < fields.all().size(); at++)
      if (fields.all().get(at).needed() && !used.contains(at + 1))
        throw Refusal.invalid(
            "column-missing",
            "The file needs a column for every required field and every key. Choose them.");
    requirePhone(fields.all(), used);
    return columns;
  }

  private static void requirePhone(List<Field> fields, HashSet<Integer> used) {
    if (used.stream().noneMatch(number -> fields.get(number - 1).type() == FieldType.PHONE))
      throw Refusal.invalid(
          "column-missing", "The file needs a column with telephone numbers. Choose one.");
  }

  /// Without a key nothing is the same as anything.
  static void requireKey(ImportPolicy policy, Fields fields) {
    if (policy == ImportPolicy.UPDATE && fields.keys().isEmpty())
      throw Refusal.invalid(
          "list-without-key",
          "Records can be updated only where fields of the list are its key. Add, or replace.");
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException _) {
      throw invalid();
    }
  }

  private static Refusal invalid() {
    return Refusal.invalid(
        "columns-invalid",
        "Each column is the number of a field of the list, once, or nothing. Correct them.");
  }

  static Refusal broken(BrokenFile broken) {
    return Refusal.invalid(
        "file-" + broken.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "The file cannot be read as a table: " + broken.getMessage() + ". Save it as CSV (UTF-8).");
  }
}
