package org.hiwar.contact.file;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.contact.ContactDetails;
import org.hiwar.contact.SearchText;
import org.hiwar.platform.Ids;
import org.hiwar.platform.table.CsvRow;

/// What some rows of a file say.
///
/// @param rows how many they were
/// @param contacts of those that were read
record ContactPiece(int rows, List<ReadContact> contacts, List<RefusedContactValue> refused) {

  static ContactPiece of(List<CsvRow> rows, ContactRowReader reader, ContactTable table, Ids ids) {
    var refused = new ArrayList<RefusedContactValue>();
    var contacts = new ArrayList<ReadContact>(rows.size());
    for (var row : rows) {
      var read = reader.read(row, refused);
      if (read == null) continue;
      read.id = ids.next();
      read.words = SearchText.of(read.name, read.addresses, details(read), table.fields());
      contacts.add(read);
    }
    return new ContactPiece(rows.size(), contacts, refused);
  }

  private static ContactDetails details(ReadContact read) {
    return new ContactDetails(
        read.company, read.timeZone, List.copyOf(read.tags), read.fields, List.of());
  }
}
