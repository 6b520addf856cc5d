package org.hiwar.campaign.preview;

import java.util.List;
import org.hiwar.contact.AddressKind;
import org.hiwar.conversation.removal.Person;
import org.hiwar.conversation.removal.Traces;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Records of calling lists with a number of somebody, and what was done with them: handed out, and
/// emptied. The rows stay, so that campaigns and their reports go on counting what there was; what
/// they said of the person goes, and nobody is called by them any more.
@Component
class RecordTracesStore implements Traces {
  private static final String RECORDS =
      """
      select n.record from record_number n where n.workspace = :workspace and n.number = any(:numbers)\
      """;

  private final Database database;

  RecordTracesStore(Database database) {
    this.database = database;
  }

  private static long[] records(JdbcClient db, WorkspaceId workspace, Person person) {
    return asked(db.sql("select distinct record from (" + RECORDS + ") r"), workspace, person)
        .query(Long.class)
        .list()
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  private static JdbcClient.StatementSpec asked(
      JdbcClient.StatementSpec query, WorkspaceId workspace, Person person) {
    return query
        .param("workspace", workspace.value())
        .param("numbers", person.known(AddressKind.PHONE));
  }

  @Override
  public long records(WorkspaceId workspace, Person person) {
    return database.in(workspace.value(), db -> records(db, workspace, person).length);
  }

  /// An agent has such a record before them, or it is about to be offered.
  @Override
  public boolean goesOn(WorkspaceId workspace, Person person) {
    return database.in(
        workspace.value(),
        db ->
            asked(
                    db.sql(
                        """
                        select exists (select from preview p where p.workspace = :workspace and p.state <> 'ENDED'
                          and p.record = any(array(%s)))\
                        """
                            .formatted(RECORDS)),
                    workspace,
                    person)
                .query(Boolean.class)
                .single());
  }

  @Override
  public void remove(WorkspaceId workspace, Person person) {
    var numbers = person.known(AddressKind.PHONE);
    if (numbers.length == 0) return;
    long ws = workspace.value();
    database.in(
        ws,
        db -> {
          var records = records(db, workspace, person);
          db.sql(
                  "update call_attempt set number = '', notes = null where workspace = ? and number"
                      + " = any(?)")
              .params(ws, numbers)
              .update();
          db.sql(
                  "update do_not_call_entry set reason = null where workspace = ? and value ="
                      + " any(?)")
              .params(ws, numbers)
              .update();
          if (records.length > 0) empty(db, ws, records);
          return records.length;
        });
  }

  private static void empty(JdbcClient db, long ws, long[] records) {
    for (var statement :
        List.of(
            """
            update calling_record set key = 'erased-' || id, first_name = null, last_name = null, company = null, fields = '{}',
              postal_code = null, state = null where workspace = ? and id = any(?)\
            """,
            "update call_attempt set number = '', notes = null where workspace = ? and record ="
                + " any(?)",
            "delete from record_number where workspace = ? and record = any(?)",
            """
            update campaign_record set status = 'FINAL', result = 'NO_NUMBERS_LEFT', number = null, not_before = null, until = null
            where workspace = ? and record = any(?) and status not in ('HANDED', 'FINAL')\
            """,
            "update preview set seen = null, next_call = null where workspace = ? and record ="
                + " any(?)",
            "update record_event set notes = null, changes = null where workspace = ? and record ="
                + " any(?)",
            // What quotas count by is kept.
            """
            update campaign_success s set fields = coalesce((
              select jsonb_object_agg(f.key, f.value) from jsonb_each(s.fields) f
              where f.key in (select q ->> 'field' from campaign c, jsonb_array_elements(c.settings #> '{rules,quotas,quotas}') q
                where c.workspace = s.workspace and c.id = s.campaign)), '{}')
            where s.workspace = ? and s.record = any(?)\
            """))
      db.sql(statement).params(ws, records).update();
  }

  @Override
  public List<Rows> rows(WorkspaceId workspace, Person person) {
    var numbers = person.known(AddressKind.PHONE);
    return List.of(
        new Rows(
            "calling-records",
            new SqlPart(
                """
                select to_jsonb(r) - 'workspace' || jsonb_build_object('numbers', (
                  select jsonb_agg(n.number order by n.position) from record_number n where n.workspace = r.workspace and n.record = r.id))
                from calling_record r where r.workspace = ? and r.id = any(array(
                  select n.record from record_number n where n.workspace = r.workspace and n.number = any(?)))
                order by r.id\
                """,
                List.of(workspace.value(), numbers))),
        new Rows(
            "call-attempts",
            new SqlPart(
                """
                select to_jsonb(a) - array['workspace', 'verdict'] from call_attempt a
                where a.workspace = ? and a.number = any(?) order by a.id\
                """,
                List.of(workspace.value(), numbers))));
  }
}
