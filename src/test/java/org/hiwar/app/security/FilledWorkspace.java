package org.hiwar.app.security;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A workspace in which there is one of everything that has an id, with the ids by the names that
/// endpoints give them.
record FilledWorkspace(TestWorkspace workspace, Map<String, String> ids) {

  /// Who may do everything there, and whose all of it is.
  static final String OWNER = "owner";

  static FilledWorkspace make() {
    var workspace = TestWorkspace.fresh();
    var ids = new TreeMap<String, String>();
    ids.put(
        "user", workspace.user(OWNER, Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AGENT).toString());
    ids.put(
        "session",
        workspace
            .logIn(OWNER)
            .get("/api/me/sessions")
            .expect(200)
            .body()
            .path(0)
            .path("id")
            .asString());
    for (var name :
        new String[] {
          "attachment",
          "team",
          "skill",
          "service",
          "disposition",
          "reason",
          "contact",
          "duplicate",
          "merged",
          "merge",
          "photo",
          "conversation",
          "interaction",
          "recording",
          "side",
          "trunk",
          "number",
          "phone",
          "account",
          "template",
          "message",
          "other",
          "item",
          "entry",
          "campaign",
          "list",
          "record",
          "import",
          "doNotCall",
          "preview",
          "followUp",
          "contactField",
          "contactImport"
        }) ids.put(name, Long.toString(TestDatabase.ids().next()));
    TestDatabase.database().in(workspace.id().value(), db -> fill(db, workspace.id().value(), ids));
    return new FilledWorkspace(workspace, ids);
  }

  /// Ids that nothing has, by the same names.
  static Map<String, String> nobodysIds(Map<String, String> ids) {
    var random = new TreeMap<String, String>();
    ids.keySet().forEach(name -> random.put(name, Long.toString(TestDatabase.ids().next())));
    return random;
  }

  /// Everything the workspace holds, as one text. Left out is what the floor writes by itself.
  String content() {
    var content = new StringBuilder();
    for (var table : Tables.withWorkspace()) {
      if (table.startsWith("floor") || table.equals("work_ended")) continue;
      String digest =
          TestDatabase.database()
              .in(
                  workspace.id().value(),
                  db ->
                      db.sql(
                              "select coalesce(md5(string_agg(t::text, '|' order by t::text)),"
                                  + " 'empty') from "
                                  + table
                                  + " t")
                          .query(String.class)
                          .single());
      content.append(table).append(' ').append(digest).append('\n');
    }
    return content.toString();
  }

  private static int fill(JdbcClient db, long workspace, Map<String, String> ids) {
    var statements =
        """
        insert into team values (:workspace, :team, 'Team')
        insert into skill (workspace, id, kind, code, name) values (:workspace, :skill, 'LANGUAGE', 'ar', 'Arabic')
        insert into user_skill values (:workspace, :user, :skill, 70)
        insert into audit_event values (:workspace, :skill, now(), :user, 'skill.changed', '' || :skill, '{"name": "Arabic"}')
        insert into skill (workspace, id, kind, name) values (:workspace, :service, 'SERVICE', 'Orders')
        insert into service (workspace, id, name, medium) values (:workspace, :service, 'Orders', 'CHAT')
        insert into service_team values (:workspace, :service, :team)
        insert into team_supervisor values (:workspace, :team, :user)
        insert into service_skill values (:workspace, :service, :skill, 50)
        insert into trunk (workspace, id, name, position, host, port, transport, registers, checked, follows_redirects) values (:workspace, :trunk, 'Trunk', 1, 'trunk.invalid', 5060, 'UDP', false, false, false)
        insert into phone_number (workspace, id, trunk, number, service) values (:workspace, :number, :trunk, '+493023125101', :service)
        insert into call_limits values (:workspace, 'DE', '{}', false, false, 30, 20)
        insert into service_voice values (:workspace, :service, :number, 'OFF')
        insert into sip_phone values (:workspace, :phone, 'Phone', :user, 'phone-' || :phone, repeat('0', 64), repeat('0', 32))
        insert into agent_device values (:workspace, :user, 'PHONE', :phone, null)
        insert into channel_account (workspace, id, channel, name, address, service, settings, enabled, created_at) values (:workspace, :account, 'postcard', 'Post', 'box 1', :service, '{"host": "here"}', false, now())
        insert into approved_template (workspace, account, name, language, body) values (:workspace, :account, 'news', 'en', 'Hello {{1}}')
        insert into template (workspace, id, name, shortcut) values (:workspace, :template, 'Summary', 'sum')
        insert into template_text values (:workspace, :template, 'en', '', 'Hello {{customer.name}}')
        insert into inbound_item (workspace, id, account, external_id, body, received_at, state, reason) values (:workspace, :item, :account, '1', '\\x00', now(), 'ASIDE', 'unreadable')
        insert into chat_entry (workspace, id, slug, service, name, language) values (:workspace, :entry, 'web', :service, 'Orders', 'en')
        insert into disposition (workspace, id, code, kind, final, position, in_preview) values (:workspace, :disposition, 'RESOLVED', 'SUCCESS', true, 1, true)
        insert into not_ready_reason (workspace, id, code, position) values (:workspace, :reason, 'BREAK', 1)
        insert into contact (workspace, id, name, created_at) values (:workspace, :contact, 'ليلى', now())
        insert into contact_address (workspace, contact, kind, value, trust, created_at) values (:workspace, :contact, 'EMAIL', 'customer@example.com', 'CLAIMED', now())
        insert into contact_address (workspace, contact, kind, value, trust, created_at) values (:workspace, :contact, 'EXTERNAL', 'customer@example.com', 'CLAIMED', now())
        insert into contact (workspace, id, name, created_at) values (:workspace, :duplicate, 'Layla', now())
        insert into contact (workspace, id, name, merged_into, created_at) values (:workspace, :merged, 'Leila', :contact, now())
        insert into contact_merge (workspace, id, kept, gone, by_user, at, took, conversations, beside) values (:workspace, :merge, :contact, :merged, :user, now(), '{}', '{}', '{}')
        insert into contact_field values (:workspace, :contactField, 'city', 'المدينة', 'City', 'TEXT', '{}', true)
        insert into contact_consent values (:workspace, :contact, 'sms', true, now(), :user)
        insert into contact_import (workspace, id, file_name, known, state, bytes, by_user, started_at, ended_at) values (:workspace, :contactImport, 'contacts.csv', 'KEEP', 'DONE', 100, :user, now(), now())
        insert into contact_import_refusal (workspace, import, ordinal, line, whole, field, reason, value) values (:workspace, :contactImport, 1, 2, true, 'email', 'NO_EMAIL', 'nobody')
        insert into contact_photo values (:workspace, :contact, :photo, '\\xffd8ff', now())
        insert into conversation (workspace, id, contact, owner, last_seq, opened_at) values (:workspace, :conversation, :contact, :user, 1, now())
        insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, global_id, agent, arrived_at, accepted_at) values (:workspace, :interaction, :conversation, :contact, 'CHAT', 'WEB', 'INBOUND', :service, :uuid, :user, now(), now())
        insert into follow_up (workspace, id, contact, interaction, owner, due_at, zone, note, remind_minutes, created_at) values (:workspace, :followUp, :contact, :interaction, :user, now(), 'Asia/Damascus', '', 10, now())
        insert into call_code (workspace, conversation, code, service, expires_at) values (:workspace, :conversation, '271828', :service, now() + interval '30 minutes')
        insert into call (workspace, id, direction, caller, called, sip_call, began) values (:workspace, :interaction, 'INBOUND', '', '+4930901820', '', now())
        insert into recording (workspace, id, interaction, agent, file, began, length_ms) values (:workspace, :recording, :interaction, :user, :workspace || '/2026-11/' || :recording, now(), 1000)
        insert into consultation (workspace, id, interaction, agent, number, began) values (:workspace, :side, :interaction, :user, '+4930901820', now())
        insert into app_user (workspace, id, login, name, password_hash, roles, created_at) values (:workspace, :side, 'colleague', 'Colleague', '', '{}', now())
        insert into internal_call (workspace, id, caller, callee, began) values (:workspace, :side, :user, :side, now())
        insert into skill (workspace, id, kind, name) values (:workspace, :campaign, 'SERVICE', 'Spring')
        insert into service (workspace, id, name, medium) values (:workspace, :campaign, 'Spring', 'PREVIEW')
        insert into campaign (workspace, id, name, mode, settings, created_at) values (:workspace, :campaign, 'Spring', 'PREVIEW', '{}', now())
        insert into calling_list (workspace, id, name, region, zone, fields, created_at) values (:workspace, :list, 'Customers', 'DE', 'Europe/Berlin', '{"all": [{"name": "Phone", "type": "PHONE", "kind": "MOBILE", "required": true, "searchable": true, "key": true}]}', now())
        insert into campaign_list (workspace, campaign, list, position) values (:workspace, :campaign, :list, 1)
        insert into calling_record (workspace, id, list, position, key, inserted_at) values (:workspace, :record, :list, 1, '1', now())
        insert into campaign_record (workspace, campaign, record, list, status, sort, changed_at) values (:workspace, :campaign, :record, :list, 'HANDED', 1, now())
        insert into preview (workspace, id, campaign, record, state, agent, claimed_at, accepted_at) values (:workspace, :preview, :campaign, :record, 'REVIEWING', :user, now(), now())
        insert into list_import (workspace, id, list, file_name, policy, state, bytes, by_user, started_at) values (:workspace, :import, :list, 'list.csv', 'ADD', 'DONE', 1, :user, now())
        insert into import_refusal values (:workspace, :import, 1, 2, true, 'Phone', 'MISSING', '')
        insert into import_format values (:workspace, :list, 'Format', '{"name": "Format", "header": true, "dates": "DAY_FIRST", "columns": []}')
        insert into do_not_call_list (workspace, id, name, kind) values (:workspace, :doNotCall, 'Never', 'NUMBER')
        insert into do_not_call_entry values (:workspace, :doNotCall, '+963112345678', null, now(), null)
        insert into campaign_do_not_call values (:workspace, :campaign, :doNotCall, false, null)
        insert into attachment (workspace, id, message, conversation, name, type, bytes, file, at) values (:workspace, :attachment, :message, :conversation, 'map.pdf', 'application/pdf', 1, :workspace || '/' || :attachment, now())
        insert into email_thread (workspace, id, account, token, subject, began_at, last_at) values (:workspace, :message, :account, 'token', '', now(), now())
        insert into email_thread (workspace, id, account, token, subject, began_at, last_at) values (:workspace, :other, :account, 'other', '', now(), now())
        insert into email_thread_change (workspace, id, kind, thread, other, interactions, by_user, at) values (:workspace, :message, 'MERGED', :message, :other, '{}', :user, now())
        insert into email_party values (:workspace, :message, 'customer@example.com')
        insert into email_reference values (:workspace, :account, 'a@b.example', :message, false)
        insert into email (workspace, id, account, thread, message, message_id, in_reply_to, reference_ids, parties, subject, text, html, why, marks, at) values (:workspace, :message, :account, :message, :message, 'a@b.example', '', '{}', '{"from": {"name": "", "address": "customer@example.com"}, "to": [], "cc": [], "replyTo": []}', '', 'x', '', 'NEW', '{}', now())
        insert into email_mailbox values (:workspace, :account, 1, 1)
        insert into email_acknowledgement (workspace, thread, account, recipient, at) values (:workspace, :message, :account, 'customer@example.com', now())
        insert into email_signature values (:workspace, :user, 'Sam')
        insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, text, at) values (:workspace, :conversation, 1, :message, :interaction, :uuid, 'CUSTOMER', 'مرحبا', now())
        insert into mention (workspace, message, mentioned, conversation, seq, at) values (:workspace, :message, :user, :conversation, 1, now())
        insert into postponement (workspace, interaction, at, agent, until, seen_seq, back_at, back_by) values (:workspace, :interaction, now(), :user, now(), 1, now(), 'SYSTEM')
        insert into transfer (workspace, interaction, at, agent, service) values (:workspace, :interaction, now(), :user, :service)
        insert into participant (workspace, interaction, agent, since, host, until, joined_at, left_at, why) values (:workspace, :interaction, :user, now(), :user, now(), now(), now(), 'LEFT')
        insert into delivery (workspace, message, conversation, seq, interaction, account, recipient, state, failure, next_at, changed_at) values (:workspace, 1, :conversation, 1, :interaction, :account, 'box 9', 'FAILED', 'unreachable', now(), now())
        """;
    for (var statement : statements.lines().toList()) {
      var sql = db.sql(statement).param("workspace", workspace).param("uuid", UUID.randomUUID());
      ids.forEach((name, id) -> sql.param(name, Long.parseLong(id)));
      sql.update();
    }
    return ids.size();
  }
}
