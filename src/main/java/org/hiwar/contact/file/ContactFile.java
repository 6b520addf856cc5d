package org.hiwar.contact.file;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Consent;
import org.hiwar.contact.ContactCursor;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactLimits;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.contact.Trust;
import org.hiwar.contact.WholeContact;
import org.hiwar.contact.WholeContactStore;
import org.hiwar.platform.table.CsvCells;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Contacts as a file that a table program opens and that can be brought in again: with a byte
/// order mark, and with no cell that is a formula. Read a page at a time, each in a transaction of
/// its own, so that no connection waits for whoever reads the file; each contact as it is then.
@Component
public class ContactFile {
  private final ContactStore contacts;
  private final WholeContactStore whole;

  public ContactFile(ContactStore contacts, WholeContactStore whole) {
    this.contacts = contacts;
    this.whole = whole;
  }

  /// Those that `query` finds, the nearest first; all, the oldest first, where it is blank.
  public void write(WorkspaceId workspace, ContactTable table, String query, Writer to)
      throws IOException {
    var columns = table.all();
    to.write('\ufeff');
    to.write(columns.stream().map(table::header).collect(Collectors.joining(",")));
    to.write("\r\n");
    if (query.isBlank()) all(workspace, columns, to);
    else found(workspace, columns, query, to);
  }

  private void all(WorkspaceId workspace, List<ContactColumn> columns, Writer to)
      throws IOException {
    var after = Optional.<ContactId>empty();
    while (true) {
      var page = whole.after(workspace, after, ContactFileLimits.EXPORT_PAGE);
      if (page.isEmpty()) return;
      for (var one : page) row(one, columns, to);
      after = Optional.of(page.getLast().contact().id());
    }
  }

  private void found(WorkspaceId workspace, List<ContactColumn> columns, String query, Writer to)
      throws IOException {
    var after = Optional.<ContactCursor>empty();
    do {
      var page = contacts.page(workspace, query, after, ContactLimits.PAGE);
      var ids = page.items().stream().map(ContactSummary::id).toList();
      for (var one : whole.all(workspace, ids)) row(one, columns, to);
      after = page.next();
    } while (after.isPresent());
  }

  private static void row(WholeContact one, List<ContactColumn> columns, Writer to)
      throws IOException {
    boolean first = true;
    for (var column : columns) {
      if (!first) to.write(',');
      first = false;
      var value = value(one, column);
      if (!value.isEmpty()) to.write(CsvCells.written(value));
    }
    to.write("\r\n");
  }

  private static String value(WholeContact one, ContactColumn column) {
    var contact = one.contact();
    var details = one.details();
    return switch (column.meaning()) {
      case ID -> contact.id().toString();
      case NAME -> orEmpty(contact.name());
      case LANGUAGE -> orEmpty(contact.language());
      case PHONE -> proved(contact.addresses(), AddressKind.PHONE);
      case EMAIL -> proved(contact.addresses(), AddressKind.EMAIL);
      case WHATSAPP -> proved(contact.addresses(), AddressKind.WHATSAPP);
      case TELEGRAM -> proved(contact.addresses(), AddressKind.TELEGRAM);
      case EXTERNAL -> proved(contact.addresses(), AddressKind.EXTERNAL);
      case CLAIMED -> claimed(contact.addresses());
      case COMPANY -> orEmpty(details.company());
      case TAGS -> CsvCells.joined(details.tags());
      case TIME_ZONE -> orEmpty(details.timeZone());
      case PREFERRED_CHANNEL -> orEmpty(contact.preferredChannel());
      case CONSENT -> consent(details.consents(), column.of());
      case FIELD -> details.fields().getOrDefault(column.of(), "");
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String proved(List<Address> addresses, AddressKind kind) {
    return CsvCells.joined(
        addresses.stream()
            .filter(one -> one.kind() == kind && one.trust() != Trust.CLAIMED)
            .map(Address::value)
            .toList());
  }

  private static String claimed(List<Address> addresses) {
    return CsvCells.joined(
        addresses.stream()
            .filter(one -> one.trust() == Trust.CLAIMED && one.kind() != AddressKind.VISITOR)
            .map(Address::value)
            .toList());
  }

  private static String consent(List<Consent> consents, String channel) {
    return consents.stream()
        .filter(one -> one.channel().equals(channel))
        .findFirst()
        .map(one -> one.given() ? "yes" : "no")
        .orElse("");
  }
}
