package org.hiwar.contact.file;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.contact.Address;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.WholeContact;
import org.hiwar.contact.WholeContactStore;
import org.hiwar.contact.file.Recognised.Match;
import org.hiwar.platform.database.CopyText;
import org.hiwar.platform.database.OwnConnection;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes contacts of a file, a batch with each transaction and each table with one statement: rows
/// come by COPY into temporary tables of the connection, which are empty again at the commit.
final class ContactBatchStore {
  private static final String TABLES =
      """
      create temporary table sought (id bigint not null, kind text not null, value text not null) on commit delete rows;
      create temporary table staged_contact (id bigint primary key, fresh boolean not null, name text, language text,
        preferred_channel text, company text, time_zone text, tags text[] not null, fields jsonb not null, words text not null)
        on commit delete rows;
      create temporary table staged_address (contact bigint not null, kind text not null, value text not null, trust text not null)
        on commit delete rows;
      create temporary table staged_consent (contact bigint not null, channel text not null, given boolean not null) on commit delete rows;
      create temporary table refused (ordinal bigint not null, line bigint not null, whole boolean not null, field text,
        reason text not null, value text not null) on commit delete rows;
      create temporary table brought (contact bigint primary key)\
      """;

  /// Each address is looked up by itself: what the planner has heard of a workspace may be that it
  /// has no contacts yet, and then it would rather read all of them for each row.
  private static final String MATCHES =
      """
      select s.id, m.whom, (select k.name is not null from contact k where k.workspace = :workspace and k.id = m.whom) as named,
        exists (select from brought b where b.contact = m.whom) as brought
      from sought s cross join lateral (
        select distinct (select coalesce(c.merged_into, c.id) from contact c where c.workspace = a.workspace and c.id = a.contact) as whom
        from contact_address a where a.workspace = :workspace and a.kind = s.kind and a.value = s.value and a.trust <> 'CLAIMED') m
      group by s.id, m.whom order by s.id, m.whom\
      """;

  private static final String REFS =
      """
      select c.id, coalesce(c.merged_into, c.id) as whom,
        exists (select from brought b where b.contact = coalesce(c.merged_into, c.id)) as brought
      from contact c where c.workspace = :workspace and c.id = any(:refs)\
      """;

  private static final String ADD =
      """
      insert into contact (workspace, id, name, language, preferred_channel, company, time_zone, tags, fields, search_text, created_at)
      select :workspace, id, name, language, preferred_channel, company, time_zone, tags, fields, words, :now
      from staged_contact where fresh\
      """;

  private static final String CHANGE =
      """
      update contact c set name = s.name, language = s.language, preferred_channel = s.preferred_channel, company = s.company,
        time_zone = s.time_zone, tags = s.tags, fields = s.fields, search_text = s.words, version = c.version + 1
      from staged_contact s where not s.fresh and c.workspace = :workspace and c.id = s.id
        and c.id = any(array(select id from staged_contact where not fresh))\
      """;

  private static final String ADDRESSES =
      """
      insert into contact_address (workspace, contact, kind, value, trust, created_at)
      select :workspace, contact, kind, value, trust, :now from staged_address
      on conflict (workspace, contact, kind, value) do update set trust = excluded.trust\
      """;

  private static final String CONSENTS =
      """
      insert into contact_consent (workspace, contact, channel, given, at, by_user)
      select :workspace, contact, channel, given, :now, :by from staged_consent
      on conflict (workspace, contact, channel) do update
      set given = excluded.given, at = excluded.at, by_user = excluded.by_user where contact_consent.given <> excluded.given\
      """;

  private static final String BROUGHT =
      """
      insert into brought select id from staged_contact union select unnest(:kept::bigint[]) on conflict do nothing\
      """;

  private final OwnConnection connection;
  private final JdbcClient db;
  private final WorkspaceId workspace;

  private ContactBatchStore(OwnConnection connection, JdbcClient db, WorkspaceId workspace) {
    this.connection = connection;
    this.db = db;
    this.workspace = workspace;
  }

  /// What is done in a transaction.
  interface Work<T> {
    T with(ContactBatchStore store) throws SQLException, IOException;
  }

  /// All of `work` in one transaction of a connection that [#prepare] has seen.
  static <T> T inTransaction(OwnConnection connection, WorkspaceId workspace, Work<T> work)
      throws SQLException, IOException {
    return connection.inTransaction(
        db -> work.with(new ContactBatchStore(connection, db, workspace)));
  }

  static void prepare(OwnConnection connection) throws SQLException {
    connection.execute(TABLES);
  }

  /// The contacts that have an address of a row, by the id of the row; merged ones as what they are
  /// now.
  Map<Long, List<Match>> matches(List<ReadContact> rows) throws SQLException, IOException {
    var text = new CopyText();
    for (var row : rows)
      for (var one : row.proved()) text.add(row.id).add((Object) one.kind()).add(one.value()).end();
    text.close();
    connection.copy("sought", text.bytes());
    var matches = new HashMap<Long, List<Match>>();
    db.sql(MATCHES)
        .param("workspace", workspace.value())
        .query(
            row -> {
              matches
                  .computeIfAbsent(row.getLong("id"), _ -> new ArrayList<>())
                  .add(
                      new Match(
                          row.getLong("whom"), row.getBoolean("named"), row.getBoolean("brought")));
            });
    return matches;
  }

  /// The contacts that rows mean by number.
  Map<Long, Match> refs(List<ReadContact> rows) {
    var refs = rows.stream().map(row -> row.ref).filter(ref -> ref != null).toArray(Long[]::new);
    var matches = new HashMap<Long, Match>();
    if (refs.length > 0)
      db.sql(REFS)
          .param("workspace", workspace.value())
          .param("refs", refs)
          .query(
              row -> {
                matches.put(
                    row.getLong("id"),
                    new Match(row.getLong("whom"), true, row.getBoolean("brought")));
              });
    return matches;
  }

  /// As they are until the end of the transaction.
  ///
  /// @throws CannotAcquireLockException one has gone since it was found, or into another: the batch
  ///     is to be tried again
  List<WholeContact> lock(Collection<Long> contacts) {
    var ids = contacts.stream().sorted().toArray(Long[]::new);
    var there =
        db.sql(
                """
                select id from contact where workspace = :workspace and id = any(:ids) and merged_into is null
                order by id for no key update\
                """)
            .param("workspace", workspace.value())
            .param("ids", ids)
            .query((row, _) -> new ContactId(row.getLong(1)))
            .list();
    if (there.size() < ids.length) throw new CannotAcquireLockException("a contact has gone");
    return WholeContactStore.all(db, workspace, there);
  }

  /// What is written in one transaction.
  record Batch(
      List<ReadContact> fresh,
      List<ContactUpdate> updates,
      ContactTable table,
      UserId by,
      Instant now) {}

  /// `kept` are the contacts that stay as they are: further rows of them are of somebody who has
  /// come before.
  void write(Batch batch, Collection<Long> kept) throws SQLException, IOException {
    var contacts = new CopyText();
    var addresses = new CopyText();
    var consents = new CopyText();
    for (var row : batch.fresh()) {
      contacts.add(row.id).add((Object) true).add(row.name).add(row.language).add(row.channel);
      contacts.add(row.company).add(row.timeZone).add(List.copyOf(row.tags)).add(row.fields);
      contacts.add(row.words).end();
      put(addresses, row.id, row.addresses);
      put(consents, row.id, row.consents);
    }
    for (var one : batch.updates()) {
      long id = one.before().contact().id().value();
      contacts.add(id).add((Object) false).add(one.name()).add(one.language()).add(one.channel());
      contacts.add(one.details().company()).add(one.details().timeZone());
      contacts.add(one.details().tags()).add(one.details().fields());
      contacts.add(one.words(batch.table().fields())).end();
      put(addresses, id, one.addresses());
      put(consents, id, one.consents());
    }
    copy("staged_contact", contacts);
    copy("staged_address", addresses);
    copy("staged_consent", consents);
    if (!batch.fresh().isEmpty()) with(ADD).param("now", at(batch.now())).update();
    if (!batch.updates().isEmpty()) with(CHANGE).update();
    with(ADDRESSES).param("now", at(batch.now())).update();
    with(CONSENTS).param("now", at(batch.now())).param("by", batch.by().value()).update();
    db.sql(BROUGHT).param("kept", kept.toArray(Long[]::new)).update();
  }

  /// Into the table that is kept with the counts; `ordinal` of the first.
  void refuse(List<RefusedContactValue> refused, long ordinal) throws SQLException, IOException {
    var text = new CopyText();
    long at = ordinal;
    for (var one : refused)
      text.add(at++)
          .add(one.line())
          .add((Object) one.whole())
          .add(one.field())
          .add((Object) one.reason())
          .add(one.value())
          .end();
    copy("refused", text);
  }

  /// Notes how far the import is.
  void counted(ContactImportId id, ContactImportCounts counts, long readBytes) {
    ContactImportStore.counted(db, workspace, id, counts, readBytes);
  }

  private void copy(String table, CopyText text) throws SQLException, IOException {
    text.close();
    connection.copy(table, text.bytes());
  }

  private JdbcClient.StatementSpec with(String statement) {
    return db.sql(statement).param("workspace", workspace.value());
  }

  private static void put(CopyText text, long contact, List<Address> addresses) {
    for (var one : addresses)
      text.add(contact).add((Object) one.kind()).add(one.value()).add((Object) one.trust()).end();
  }

  private static void put(CopyText text, long contact, Map<String, Boolean> consents) {
    consents.forEach((channel, given) -> text.add(contact).add(channel).add((Object) given).end());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
