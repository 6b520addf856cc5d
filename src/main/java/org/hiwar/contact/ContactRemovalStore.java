package org.hiwar.contact;

import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Removes contacts for good, with those merged into them, their addresses and photos. What was
/// said with them has gone before, or goes while they are hidden.
///
/// That an address wants no messages stays, as an address of nobody (docs/adr/0026).
@Component
public class ContactRemovalStore {
  /// Of what imports have refused, what says something of these contacts.
  private static final String REPORTS =
      """
      with said as (
        select value as text from contact_address where workspace = ? and contact = any(?)
        union select name from contact where workspace = ? and id = any(?) and name is not null)
      delete from contact_import_refusal r using said s where r.workspace = ? and \
      """;

  /// Alone, as a number however it was spelled, and in a row that could not be read.
  private static final List<String> REPORTED =
      List.of(
          "md5(lower(r.value)) = md5(lower(s.text))",
          """
          length(r.number_end) = 7 and s.text like '+%' and r.number_end = right(s.text, 7)\
          """,
          "r.reason in ('OTHER_COLUMNS', 'QUOTES') and position(lower(s.text) in lower(r.value)) >"
              + " 0");

  private final Database database;

  public ContactRemovalStore(Database database) {
    this.database = database;
  }

  /// A contact with those merged into it.
  ///
  /// @param kept the one that the others are merged into
  /// @param version of that one
  public record Whole(ContactId kept, long version, List<ContactId> all) {
    public Whole {
      all = List.copyOf(all);
    }
  }

  /// Whichever of them is named; empty: there is none.
  public Optional<Whole> find(WorkspaceId workspace, ContactId contact) {
    return database.in(workspace.value(), db -> find(db, workspace, contact));
  }

  /// As they are behind the lock: nobody changes them, and nothing begins with any of them, until
  /// the transaction of the caller ends.
  public Optional<Whole> lock(WorkspaceId workspace, ContactId contact) {
    return database.in(
        workspace.value(),
        db -> {
          db.sql(
                  """
                  select id from contact where workspace = ? and id = any(array(select contacts_of(?, ?)))
                  order by id for update\
                  """)
              .params(workspace.value(), workspace.value(), contact.value())
              .query(Long.class)
              .list();
          return find(db, workspace, contact);
        });
  }

  private static Optional<Whole> find(JdbcClient db, WorkspaceId workspace, ContactId contact) {
    return db.sql(
            """
            select k.id, k.version, array(select contacts_of(k.workspace, k.id) order by 1) as everyone from contact k
            where k.workspace = ? and k.id = (select coalesce(merged_into, id) from contact where workspace = ? and id = ?)\
            """)
        .params(workspace.value(), workspace.value(), contact.value())
        .query(
            (row, _) ->
                new Whole(
                    new ContactId(row.getLong("id")),
                    row.getLong("version"),
                    List.of((Long[]) row.getArray("everyone").getArray()).stream()
                        .map(ContactId::new)
                        .toList()))
        .optional();
  }

  /// The addresses of all of them, each with its trust; those that others have as well are left
  /// out: what is kept by such an address is as much theirs.
  public List<Address> addresses(WorkspaceId workspace, List<ContactId> contacts) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select distinct a.kind, a.value, a.trust from contact_address a where a.workspace = ? and a.contact = any(?)
                    and not exists (select from contact_address o where o.workspace = a.workspace and o.kind = a.kind
                      and o.value = a.value and o.trust <> 'CLAIMED' and o.contact <> all(?))
                    order by a.kind, a.value, a.trust\
                    """)
                .params(workspace.value(), ids(contacts), ids(contacts))
                .query(
                    (row, _) ->
                        new Address(
                            AddressKind.valueOf(row.getString("kind")),
                            row.getString("value"),
                            Trust.valueOf(row.getString("trust"))))
                .list());
  }

  /// The photos of all of them, JPEGs.
  public List<byte[]> photos(WorkspaceId workspace, List<ContactId> contacts) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select jpeg from contact_photo where workspace = ? and contact = any(?) order"
                        + " by id")
                .params(workspace.value(), ids(contacts))
                .query((row, _) -> row.getBytes(1))
                .list());
  }

  /// Removes them all. Their addresses are nobody's from then on.
  public void remove(WorkspaceId workspace, List<ContactId> contacts) {
    database.in(
        workspace.value(),
        db -> {
          release(db, workspace, contacts);
          return removed(db, workspace, contacts);
        });
  }

  /// Removes all that is known of them, and hides them from everybody: as [#remove], but that
  /// what was said with them still refers to their rows, until [#removeHidden].
  public void hide(WorkspaceId workspace, List<ContactId> contacts) {
    database.in(
        workspace.value(),
        db -> {
          release(db, workspace, contacts);
          seeHidden(db);
          return db.sql(
                  """
                  update contact set erased = true, version = version + 1, name = null, language = null, search_text = '',
                    preferred_channel = null, company = null, time_zone = null, tags = '{}', fields = '{}',
                    last_activity_at = null, photo_of = null, merged_into = null
                  where workspace = ? and id = any(?)\
                  """)
              .params(workspace.value(), ids(contacts))
              .update();
        });
  }

  /// Removes the rows of those who were hidden, once nothing refers to them.
  public void removeHidden(WorkspaceId workspace, List<ContactId> contacts) {
    database.in(
        workspace.value(),
        db -> {
          seeHidden(db);
          return removed(db, workspace, contacts);
        });
  }

  /// For the rest of the transaction.
  private static void seeHidden(JdbcClient db) {
    db.sql("select set_config('hiwar.erasing', 'on', true)").query(String.class).single();
  }

  private static int removed(JdbcClient db, WorkspaceId workspace, List<ContactId> contacts) {
    return db.sql("delete from contact where workspace = ? and id = any(?)")
        .params(workspace.value(), ids(contacts))
        .update();
  }

  private static void release(JdbcClient db, WorkspaceId workspace, List<ContactId> contacts) {
    var ids = ids(contacts);
    long ws = workspace.value();
    db.sql(
            """
            update opt_out o set word = null, by_user = null from contact_address a
            where a.workspace = ? and a.contact = any(?) and o.workspace = a.workspace and o.kind = a.kind and o.value = a.value\
            """)
        .params(ws, ids)
        .update();
    db.sql("delete from contact_merge where workspace = ? and (kept = any(?) or gone = any(?))")
        .params(ws, ids, ids)
        .update();
    db.sql(
            """
            update contact set photo_of = null, version = version + 1
            where workspace = ? and photo_of = any(?) and id <> all(?)\
            """)
        .params(ws, ids, ids)
        .update();
    for (var which : REPORTED) db.sql(REPORTS + which).params(ws, ids, ws, ids, ws).update();
    for (var table : List.of("contact_photo", "contact_address", "contact_consent"))
      db.sql("delete from " + table + " where workspace = ? and contact = any(?)")
          .params(ws, ids)
          .update();
  }

  /// What there is of them, as it is handed out: a query with one column of JSON.
  public static SqlPart contacts(WorkspaceId workspace, long[] contacts) {
    return new SqlPart(
        """
        select to_jsonb(c) - array['workspace', 'search_text'] from contact c where c.workspace = ? and c.id = any(?) order by c.id\
        """,
        List.of(workspace.value(), contacts));
  }

  /// As [#contacts], of their addresses.
  public static SqlPart addresses(WorkspaceId workspace, long[] contacts) {
    return new SqlPart(
        """
        select to_jsonb(a) - 'workspace' from contact_address a where a.workspace = ? and a.contact = any(?)
        order by a.contact, a.kind, a.value\
        """,
        List.of(workspace.value(), contacts));
  }

  /// As [#contacts], of what they agreed to, and did not.
  public static SqlPart consents(WorkspaceId workspace, long[] contacts) {
    return new SqlPart(
        """
        select to_jsonb(a) - 'workspace' from contact_consent a where a.workspace = ? and a.contact = any(?)
        order by a.contact, a.channel\
        """,
        List.of(workspace.value(), contacts));
  }

  /// As [#contacts], of what they refuse.
  public static SqlPart optOuts(WorkspaceId workspace, long[] contacts) {
    return new SqlPart(
        """
        select distinct to_jsonb(o) - 'workspace' from contact_address a
        join opt_out o on o.workspace = a.workspace and o.kind = a.kind and o.value = a.value
        where a.workspace = ? and a.contact = any(?)\
        """,
        List.of(workspace.value(), contacts));
  }

  private static Long[] ids(List<ContactId> contacts) {
    return contacts.stream().map(ContactId::value).toArray(Long[]::new);
  }
}
