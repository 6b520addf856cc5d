package org.hiwar.contact;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads contacts with everything that is known of them, many at once.
@Component
public class WholeContactStore {
  private static final String DETAILS =
      """
      select c.id, c.company, c.time_zone, c.tags,
        array(select key from jsonb_each_text(c.fields) order by key) as keys,
        array(select value from jsonb_each_text(c.fields) order by key) as values
      from contact c where c.workspace = ? and c.id = any(?)\
      """;

  private static final String CONSENTS =
      """
      select contact, channel, given, at, by_user from contact_consent where workspace = ? and contact = any(?) order by channel\
      """;

  private final Database database;

  public WholeContactStore(Database database) {
    this.database = database;
  }

  /// The next contacts behind one, by their ids, those that are merged into others left out; empty:
  /// the first of all.
  public List<WholeContact> after(WorkspaceId workspace, Optional<ContactId> after, int limit) {
    return database.in(
        workspace.value(),
        db -> {
          var ids =
              db.sql(
                      "select id from contact where workspace = ? and id > ? and merged_into is"
                          + " null order by id limit ?")
                  .params(workspace.value(), after.map(ContactId::value).orElse(0L), limit)
                  .query((row, _) -> new ContactId(row.getLong(1)))
                  .list();
          return all(db, workspace, ids);
        });
  }

  /// Those of some ids that there are, in the order of the ids.
  public List<WholeContact> all(WorkspaceId workspace, List<ContactId> some) {
    return database.in(workspace.value(), db -> all(db, workspace, some));
  }

  /// In the transaction of the caller.
  public static List<WholeContact> all(
      JdbcClient db, WorkspaceId workspace, Collection<ContactId> some) {
    if (some.isEmpty()) return List.of();
    var ids = some.stream().map(ContactId::value).toArray(Long[]::new);
    var contacts = new HashMap<ContactId, Contact>();
    for (var one : ContactStore.read(db, workspace, "c.id = any(?)", (Object) ids))
      contacts.put(one.id(), one);
    var details = details(db, workspace, ids);
    var whole = new ArrayList<WholeContact>();
    for (var id : some) {
      var contact = contacts.get(id);
      if (contact != null)
        whole.add(new WholeContact(contact, details.getOrDefault(id, ContactDetails.NONE)));
    }
    return whole;
  }

  static Map<ContactId, ContactDetails> details(JdbcClient db, WorkspaceId workspace, Long[] ids) {
    var consents = consents(db, workspace, ids);
    var details = new HashMap<ContactId, ContactDetails>();
    db.sql(DETAILS)
        .param(workspace.value())
        .param(ids)
        .query(
            row -> {
              var id = new ContactId(row.getLong("id"));
              details.put(
                  id,
                  new ContactDetails(
                      row.getString("company"),
                      row.getString("time_zone"),
                      texts(row.getArray("tags")),
                      map(texts(row.getArray("keys")), texts(row.getArray("values"))),
                      consents.getOrDefault(id, List.of())));
            });
    return details;
  }

  private static Map<ContactId, List<Consent>> consents(
      JdbcClient db, WorkspaceId workspace, Long[] ids) {
    var consents = new HashMap<ContactId, List<Consent>>();
    db.sql(CONSENTS)
        .param(workspace.value())
        .param(ids)
        .query(
            row -> {
              consents
                  .computeIfAbsent(new ContactId(row.getLong("contact")), _ -> new ArrayList<>())
                  .add(consent(row));
            });
    return consents;
  }

  private static Consent consent(ResultSet row) throws SQLException {
    return new Consent(
        row.getString("channel"),
        row.getBoolean("given"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new UserId(row.getLong("by_user")));
  }

  private static List<String> texts(Array column) throws SQLException {
    return List.of((String[]) column.getArray());
  }

  private static Map<String, String> map(List<String> keys, List<String> values) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < keys.size(); i++) map.put(keys.get(i), values.get(i));
    return map;
  }
}
