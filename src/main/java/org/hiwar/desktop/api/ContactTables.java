package org.hiwar.desktop.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Channels;
import org.hiwar.contact.ContactFieldStore;
import org.hiwar.contact.file.ContactColumn;
import org.hiwar.contact.file.ContactFileLimits;
import org.hiwar.contact.file.ContactImportPlan;
import org.hiwar.contact.file.ContactTable;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.table.TableLimits;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which columns files of contacts have in a workspace, and what an import may be asked for.
@Component
class ContactTables {
  private static final String VOICE = "voice";
  private static final Set<String> REGIONS = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  private final ContactFieldStore fields;
  private final Channels channels;

  ContactTables(ContactFieldStore fields, Channels channels) {
    this.fields = fields;
    this.channels = channels;
  }

  ContactTable of(WorkspaceId workspace) {
    var reached = new ArrayList<String>();
    reached.add(VOICE);
    channels.all().stream().map(Channel::name).sorted().forEach(reached::add);
    return new ContactTable(fields.all(workspace), reached);
  }

  /// ISO 3166; empty: numbers without a country's code are none.
  static String region(String region) {
    if (region.isEmpty()) return ContactImportPlan.NO_REGION;
    if (!REGIONS.contains(region)) throw columnsInvalid();
    return region;
  }

  /// The folders that some browsers name are left out.
  static String fileName(String name) {
    var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    boolean fits =
        !bare.isEmpty()
            && bare.length() <= ContactFileLimits.FILE_NAME
            && bare.chars().noneMatch(Character::isISOControl);
    if (!fits) throw Problem.INVALID_NAME.refusal();
    return bare;
  }

  /// Each is one of the table's, or empty; one that is not `repeated` is there once. At least one
  /// says who is meant.
  static List<@Nullable ContactColumn> columns(String text, ContactTable table) {
    var columns = new ArrayList<@Nullable ContactColumn>();
    var used = new HashSet<ContactColumn>();
    for (var one : text.split(",", -1)) {
      var column =
          one.isEmpty() ? null : table.find(one).orElseThrow(ContactTables::columnsInvalid);
      if (column != null && !used.add(column) && !column.meaning().repeated())
        throw columnsInvalid();
      columns.add(column);
    }
    if (columns.size() > TableLimits.COLUMNS) throw columnsInvalid();
    if (used.stream().noneMatch(ContactColumn::tellsWho))
      throw Refusal.invalid(
          "contact-column-missing",
          "The file needs a column with telephone numbers, mail or other addresses. Choose one.");
    return Collections.unmodifiableList(columns);
  }

  private static Refusal columnsInvalid() {
    return Refusal.invalid(
        "contact-columns-invalid",
        "Each column is one of those that contacts have here, once, or nothing. Correct them.");
  }
}
