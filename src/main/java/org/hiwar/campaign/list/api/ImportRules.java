package org.hiwar.campaign.list.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hiwar.campaign.list.Field;
import org.hiwar.campaign.list.FieldType;
import org.hiwar.campaign.list.Fields;
import org.hiwar.campaign.list.ImportPlan;
import org.hiwar.campaign.list.ImportPolicy;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.table.TableLimits;

/// What an import may be asked for.
final class ImportRules {
  private ImportRules() {}

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
    if (columns.size() > TableLimits.COLUMNS) throw invalid();
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
}
