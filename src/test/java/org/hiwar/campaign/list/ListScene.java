package org.hiwar.campaign.list;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.DoNotCallListId;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.platform.database.Database;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.WorkspaceId;

/// A workspace with lists of its own.
final class ListScene {
  static final Fields FIELDS =
      new Fields(
          List.of(
              Field.phone("Mobile", NumberKind.MOBILE).asKey(),
              Field.phone("Work", NumberKind.WORK),
              new Field("First name", FieldType.FIRST_NAME, null, null, false, true, false),
              new Field("City", FieldType.OTHER, null, null, false, true, false),
              Field.of("Postal code", FieldType.POSTAL_CODE),
              Field.of("State", FieldType.STATE),
              Field.of("Call at", FieldType.CALL_AT),
              Field.of("Contract", FieldType.DATE_TIME),
              Field.of("Priority", FieldType.PRIORITY)),
          null);

  final WorkspaceId workspace = TestDatabase.freshWorkspace();
  final Database database = TestDatabase.database();
  final ListStore lists = new ListStore(database);
  final RecordStore records = new RecordStore(database);
  final DoNotCallStore doNotCall = new DoNotCallStore(Clock.systemUTC());

  CallingList list(String name, Fields fields) {
    var list =
        new CallingList(
            new ListId(TestDatabase.ids().next()),
            name,
            "SY",
            ZoneId.of("Asia/Damascus"),
            fields,
            0,
            Instant.now());
    if (!lists.add(workspace, list)) throw new IllegalStateException(name + " is there");
    return list;
  }

  CallingList list() {
    return list("List " + TestDatabase.ids().next(), FIELDS);
  }

  /// A stopped campaign without lists.
  CampaignId campaign() {
    long id = TestDatabase.ids().next();
    run(
        """
        with s as (insert into skill (workspace, id, kind, name) values (:workspace, :id, 'SERVICE', 'C ' || :id)),
          v as (insert into service (workspace, id, name, medium) values (:workspace, :id, 'C ' || :id, 'PREVIEW'))
        insert into campaign (workspace, id, name, mode, settings, created_at)
          values (:workspace, :id, 'C ' || :id, 'PREVIEW', '{}', now())\
        """,
        Map.of("id", id));
    return new CampaignId(id);
  }

  RecordId record(CallingList list, String number, String region, String postalCode, String city) {
    long id = TestDatabase.ids().next();
    run(
        """
        with r as (insert into calling_record (workspace, id, list, position, key, fields, postal_code, inserted_at)
          values (:workspace, :id, :list, :id, :id, jsonb_build_object('City', :city::text), :postal, now()))
        insert into record_number (workspace, record, position, kind, number, region)
          values (:workspace, :id, 1, 'MOBILE', :number, :region)\
        """,
        Map.of(
            "id",
            id,
            "list",
            list.id().value(),
            "number",
            number,
            "region",
            region,
            "postal",
            postalCode,
            "city",
            city));
    return new RecordId(id);
  }

  DoNotCallListId doNotCall(DoNotCallKind kind, boolean everywhere, String... values) {
    long id = TestDatabase.ids().next();
    run(
        """
        insert into do_not_call_list (workspace, id, name, kind, field, everywhere, fed)
        values (:workspace, :id, 'D ' || :id, :kind, case :kind when 'FIELD' then 'City' end, :everywhere, :kind = 'NUMBER')\
        """,
        Map.of("id", id, "kind", kind.name(), "everywhere", everywhere));
    var list = new DoNotCallListId(id);
    for (var value : values)
      database.in(
          workspace.value(),
          db -> {
            doNotCall.add(
                db, workspace, list, DoNotCallValue.of(kind, value, "SY").orElseThrow(), "test");
            return value;
          });
    return list;
  }

  void bind(CampaignId campaign, DoNotCallListId list, boolean wholeRecord) {
    run(
        """
        insert into campaign_do_not_call (workspace, campaign, list, whole_record)
        values (:workspace, :campaign, :list, :whole)\
        """,
        Map.of("campaign", campaign.value(), "list", list.value(), "whole", wholeRecord));
  }

  void run(String sql, Map<String, ?> values) {
    database.in(
        workspace.value(),
        db -> db.sql(sql).param("workspace", workspace.value()).params(values).update());
  }

  long count(String sql) {
    return database.in(
        workspace.value(),
        db -> db.sql(sql).param("workspace", workspace.value()).query(Long.class).single());
  }
}
