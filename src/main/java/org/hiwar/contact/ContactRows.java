package org.hiwar.contact;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads contacts from rows that carry their addresses as three columns of equal length.
final class ContactRows {
  static final String SELECT =
      """
      select c.id, c.name, c.language, c.version, c.created_at, c.last_activity_at, c.preferred_channel, p.id as photo, a.kinds, a.addresses, a.trusts
      from contact c left join contact_photo p on p.workspace = c.workspace and p.contact = c.id left join lateral (
        select array_agg(kind order by created_at, kind, value) as kinds, array_agg(value order by created_at, kind, value) as addresses,
          array_agg(trust order by created_at, kind, value) as trusts
        from contact_address a where a.workspace = c.workspace and a.contact = c.id) a on true
      where c.workspace = ? and \
      """;

  private ContactRows() {}

  static Contact contact(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Contact(
        new ContactId(row.getLong("id")),
        row.getString("name"),
        row.getString("language"),
        row.getLong("version"),
        addresses(row),
        photo(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "last_activity_at"),
        row.getString("preferred_channel"));
  }

  private static List<Address> addresses(ResultSet row) throws SQLException {
    var kinds = texts(row.getArray("kinds"));
    var values = texts(row.getArray("addresses"));
    var trusts = texts(row.getArray("trusts"));
    var addresses = new ArrayList<Address>(kinds.length);
    for (int i = 0; i < kinds.length; i++)
      addresses.add(
          new Address(AddressKind.valueOf(kinds[i]), values[i], Trust.valueOf(trusts[i])));
    return List.copyOf(addresses);
  }

  private static @Nullable PhotoId photo(ResultSet row) throws SQLException {
    long id = row.getLong("photo");
    return row.wasNull() ? null : new PhotoId(id);
  }

  private static String[] texts(@Nullable Array column) throws SQLException {
    return column == null ? new String[0] : (String[]) column.getArray();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
