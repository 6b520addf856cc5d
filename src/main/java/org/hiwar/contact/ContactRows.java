package org.hiwar.contact;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads contacts from rows that carry their addresses as three columns of equal length: their own
/// and those of the contacts that were merged into them, each once, with the most trust that one of
/// them has.
final class ContactRows {
  static final String SELECT =
      """
      select c.id, c.name, c.language, c.version, c.created_at, c.last_activity_at, c.preferred_channel, p.id as photo, a.kinds, a.addresses, a.trusts
      from contact c left join contact_photo p on p.workspace = c.workspace and p.contact = coalesce(c.photo_of, c.id) left join lateral (
        select array_agg(kind order by since, kind, value) as kinds, array_agg(value order by since, kind, value) as addresses,
          array_agg(trust order by since, kind, value) as trusts
        from (
          select kind, value, min(created_at) as since,
            (array_agg(trust order by array_position(array['CONFIRMED', 'ATTESTED', 'PRESENTED', 'CLAIMED'], trust)))[1] as trust
          from contact_address where workspace = c.workspace
          and contact = any(array(select c.id union all select m.id from contact m where m.workspace = c.workspace and m.merged_into = c.id))
          group by kind, value) own) a on true
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
