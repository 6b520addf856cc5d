package org.hiwar.campaign.list;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.RecordId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes what was corrected in single records, in a transaction of somebody else.
@Component
public final class CorrectionStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// False: an import has changed it and is not through. It may take minutes, so nobody waits.
  boolean lock(JdbcClient db, WorkspaceId workspace, RecordId record) {
    return db.sql(
            "select id from calling_record where workspace = ? and id = ? for update skip locked")
        .params(workspace.value(), record.value())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  boolean isTaken(JdbcClient db, WorkspaceId workspace, ListId list, RecordId record, String key) {
    return db.sql(
            "select exists (select from calling_record where workspace = ? and list = ? and key = ?"
                + " and id <> ?)")
        .params(workspace.value(), list.value(), key, record.value())
        .query(Boolean.class)
        .single();
  }

  /// `key` null: the list has none, and it stays.
  void write(
      JdbcClient db,
      WorkspaceId workspace,
      CallingList list,
      CallingRecord before,
      StagedRecord read,
      @Nullable String key,
      Set<Field> asked) {
    var texts = new HashMap<>(before.fields());
    var first = before.firstName();
    var last = before.lastName();
    var company = before.company();
    var postalCode = before.postalCode();
    var state = before.state();
    var expires = before.expiresAt();
    for (var field : asked)
      switch (field.type()) {
        case FIRST_NAME -> first = read.firstName;
        case LAST_NAME -> last = read.lastName;
        case COMPANY -> company = read.company;
        case POSTAL_CODE -> postalCode = read.postalCode;
        case STATE -> state = read.state;
        case ACCOUNT, DATE_TIME, INTEGER, OTHER -> {
          texts.putAll(Map.of(field.name(), read.fields.getOrDefault(field.name(), "")));
          if (field.name().equals(list.fields().expiresAfter())) expires = read.expiresAt;
        }
        case PHONE -> number(db, workspace, list, before, read, field);
        case AGENT_LOGIN, CALL_AT, PRIORITY, TIME_ZONE ->
            throw new IllegalArgumentException("not corrected here: " + field);
      }
    texts.values().removeIf(String::isEmpty);
    db.sql(
            """
            update calling_record set key = coalesce(:key::text, key), first_name = :first::text, last_name = :last::text,
              company = :company::text, fields = :fields::jsonb, postal_code = :postalCode::text, state = :state::text,
              expires_at = :expires::timestamptz
            where workspace = :workspace and id = :id\
            """)
        .param("key", key)
        .param("first", first)
        .param("last", last)
        .param("company", company)
        .param("fields", JSON.writeValueAsString(texts))
        .param("postalCode", postalCode)
        .param("state", state)
        .param("expires", expires == null ? null : expires.atOffset(ZoneOffset.UTC))
        .param("workspace", workspace.value())
        .param("id", before.id().value())
        .update();
  }

  /// Another number is not where the list said that the one before was: it has no zone of its own.
  private static void number(
      JdbcClient db,
      WorkspaceId workspace,
      CallingList list,
      CallingRecord before,
      StagedRecord read,
      Field field) {
    int position = list.fields().phones().indexOf(field) + 1;
    var number = read.numbers[position - 1];
    if (before.text(list.fields(), field).equals(number)) return;
    db.sql("delete from record_number where workspace = ? and record = ? and position = ?")
        .params(workspace.value(), before.id().value(), position)
        .update();
    if (number == null) return;
    db.sql(
            """
            insert into record_number (workspace, record, position, kind, number, region)
            values (:workspace, :record, :position, :kind, :number, :region::text)\
            """)
        .param("workspace", workspace.value())
        .param("record", before.id().value())
        .param("position", position)
        .param("kind", String.valueOf(field.kind()))
        .param("number", number)
        .param("region", read.regions[position - 1])
        .update();
  }
}
