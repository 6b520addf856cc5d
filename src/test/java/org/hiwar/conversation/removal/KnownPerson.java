package org.hiwar.conversation.removal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hiwar.platform.DataFolder;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Somebody of whom every part of the product has kept something: rows with a word and a number
/// that nobody else has, and files with that word in them. Everything is over.
final class KnownPerson {
  final WorkspaceId workspace;
  final Map<String, Long> ids = new TreeMap<>();
  final String word;
  final String number;

  private KnownPerson(WorkspaceId workspace) {
    this.workspace = workspace;
    long unique = TestDatabase.ids().next();
    word = "zq" + Long.toString(unique, 36);
    number = "+9639" + Long.toString(unique).substring(7, 15);
  }

  /// @param agent who had to do with them
  static KnownPerson of(WorkspaceId workspace, UserId agent) {
    var person = new KnownPerson(workspace);
    person.ids.put("user", agent.value());
    for (var name :
        List.of(
            "service",
            "account",
            "contact",
            "merged",
            "merge",
            "photo",
            "contactImport",
            "conversation",
            "chat",
            "phone",
            "message",
            "attachment",
            "thread",
            "item",
            "receipt",
            "long",
            "recording",
            "consultation",
            "followUp",
            "campaign",
            "list",
            "record",
            "preview",
            "attempt",
            "event",
            "disposition",
            "import",
            "doNotCall")) person.ids.put(name, TestDatabase.ids().next());
    TestDatabase.database().in(workspace.value(), person::fill);
    person.files().forEach(person::write);
    return person;
  }

  /// So many more conversations that are over, each with an interaction and a message; ids from
  /// `from` on, which nothing else has.
  void hasSpokenBefore(int times, long from) {
    TestDatabase.database()
        .in(
            workspace.value(),
            db -> {
              for (var statement :
                  List.of(
                      "insert into conversation (workspace, id, contact, owner, last_seq,"
                          + " opened_at, closed_at, ended_at) select :workspace, n, :contact,"
                          + " :user, 1, now(), now(), now() from generate_series(:from, :to) n",
                      "insert into interaction (workspace, id, conversation, contact, medium,"
                          + " channel, direction, service, party, global_id, agent, arrived_at,"
                          + " accepted_at, live_until, ended_at, ended_by, outcome) select"
                          + " :workspace, n, n, :contact, 'CHAT', 'postcard', 'INBOUND', :service,"
                          + " :word, gen_random_uuid(), :user, now() + n * interval '1"
                          + " microsecond', now(), now(), now(), 'AGENT', 'HANDLED' from"
                          + " generate_series(:from, :to) n",
                      "insert into message (workspace, conversation, seq, id, interaction,"
                          + " client_id, author_kind, text, at) select :workspace, n, 1, n, n,"
                          + " gen_random_uuid(), 'CUSTOMER', 'I am ' || :word, now() from"
                          + " generate_series(:from, :to) n")) {
                var sql =
                    db.sql(statement)
                        .param("workspace", workspace.value())
                        .param("word", word)
                        .param("from", from)
                        .param("to", from + times - 1);
                ids.forEach(sql::param);
                sql.update();
              }
              return times;
            });
  }

  /// The tables with a column of such a name in which the workspace has no row.
  List<String> unknownTo(String... columns) {
    return TestDatabase.database()
        .in(
            workspace.value(),
            db ->
                db
                    .sql(
                        """
                        select distinct c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                        where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attname = any(?) order by 1\
                        """)
                    .param(columns)
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(table -> isEmpty(db, table))
                    .toList());
  }

  private boolean isEmpty(JdbcClient db, String table) {
    return db.sql("select not exists (select from " + table + " where workspace = ?)")
        .param(workspace.value())
        .query(Boolean.class)
        .single();
  }

  long id(String name) {
    return ids.getOrDefault(name, 0L);
  }

  String path() {
    return "/api/contacts/" + id("contact");
  }

  /// Where their files are.
  List<Path> files() {
    var data = RunningHiwar.bean(DataFolder.class).path();
    var recording = "recordings/" + workspace + "/2026-11/" + id("recording");
    return List.of(
        data.resolve("attachments/" + workspace + "/" + id("attachment")),
        data.resolve(recording + ".opus"),
        data.resolve(recording + ".peaks"));
  }

  private void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The tables of the workspace with something of them, in any column of any type, and how many
  /// rows of each.
  Map<String, Long> found() {
    var found = new TreeMap<String, Long>();
    TestDatabase.database()
        .in(
            workspace.value(),
            db -> {
              for (var table : tables(db)) {
                long rows = found(db, table);
                if (rows > 0) found.put(table, rows);
              }
              return found;
            });
    return found;
  }

  private static List<String> tables(JdbcClient db) {
    return db.sql(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and exists (
              select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace' and not a.attisdropped)
            order by c.relname\
            """)
        .query(String.class)
        .list();
  }

  /// A row as text has bytes in hexadecimal digits.
  private long found(JdbcClient db, String table) {
    var digits = number.substring(1);
    var signs = List.of(word, hex(word), digits, hex(digits));
    return db.sql(
            "select count(*) from "
                + table
                + " t where workspace = ? and lower(t::text) like any(?)")
        .param(workspace.value())
        .param(signs.stream().map(sign -> "%" + sign + "%").toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private int fill(JdbcClient db) {
    var statements =
        """
        insert into skill (workspace, id, kind, name) values (:workspace, :service, 'SERVICE', 'Orders ' || :service)
        insert into service (workspace, id, name, medium) values (:workspace, :service, 'Orders ' || :service, 'VOICE')
        insert into channel_account (workspace, id, channel, name, address, service, settings, enabled, created_at) values (:workspace, :account, 'postcard', 'Post', 'box ' || :account, :service, '{}', false, now())
        insert into disposition (workspace, id, code, kind, final, position) values (:workspace, :disposition, 'RESOLVED', 'SUCCESS', true, 1)
        insert into contact (workspace, id, name, search_text, created_at) values (:workspace, :contact, :word, :word || ' ' || :number, now())
        insert into contact (workspace, id, name, search_text, merged_into, created_at) values (:workspace, :merged, :word || ' before', :word, :contact, now())
        insert into contact_consent (workspace, contact, channel, given, at, by_user) values (:workspace, :contact, 'sms', true, now(), :user)
        insert into chat_left (workspace, visitor, at) values (:workspace, :word || '-visitor', now())
        insert into contact_merge (workspace, id, kept, gone, by_user, at, took, name_before, name_set, conversations, beside) values (:workspace, :merge, :contact, :merged, :user, now(), '{NAME}', :word, :word, '{}', '{}')
        insert into contact_import (workspace, id, file_name, known, state, bytes, by_user, started_at, ended_at) values (:workspace, :contactImport, 'contacts.csv', 'REFUSE', 'DONE', 100, :user, now(), now())
        insert into contact_import_refusal (workspace, import, ordinal, line, whole, field, reason, value) values (:workspace, :contactImport, 1, 2, true, 'phone', 'KNOWN', :number)
        insert into contact_import_refusal (workspace, import, ordinal, line, whole, field, reason, value) values (:workspace, :contactImport, 2, 3, true, 'email', 'TWICE_IN_FILE', :word || '@Example.com')
        insert into contact_import_refusal (workspace, import, ordinal, line, whole, reason, value) values (:workspace, :contactImport, 3, 4, true, 'QUOTES', 'Mrs. ' || :word || ' of Aleppo')
        insert into contact_photo values (:workspace, :contact, :photo, convert_to(:word, 'UTF8'), now())
        insert into contact_address (workspace, contact, kind, value, trust, created_at) values (:workspace, :contact, 'PHONE', :number, 'ATTESTED', now())
        insert into contact_address (workspace, contact, kind, value, trust, created_at) values (:workspace, :merged, 'EMAIL', :word || '@example.com', 'CONFIRMED', now())
        insert into contact_address (workspace, contact, kind, value, trust, created_at) values (:workspace, :contact, 'EXTERNAL', :word || '-ext', 'ATTESTED', now())
        insert into contact_address (workspace, contact, kind, value, trust, created_at) values (:workspace, :contact, 'VISITOR', :word || '-visitor', 'ATTESTED', now())
        insert into opt_out (workspace, kind, value, channel, word, by_user, at) values (:workspace, 'PHONE', :number, 'sms', :word, :user, now())
        insert into conversation (workspace, id, contact, owner, last_seq, opened_at, closed_at, ended_at) values (:workspace, :conversation, :contact, :user, 1, now(), now(), now())
        insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, account, party, notes, global_id, agent, arrived_at, accepted_at, live_until, ended_at, ended_by, outcome) values (:workspace, :chat, :conversation, :merged, 'CHAT', 'postcard', 'INBOUND', :service, :account, :word || '-ext', :word, :uuid, :user, now(), now(), now(), now(), 'AGENT', 'HANDLED')
        insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, party, global_id, agent, arrived_at, accepted_at, live_until, ended_at, ended_by, outcome) values (:workspace, :phone, :conversation, :contact, 'VOICE', 'voice', 'INBOUND', :service, :number, :uuid, :user, now(), now(), now(), now(), 'AGENT', 'HANDLED')
        insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, text, at) values (:workspace, :conversation, 1, :message, :chat, :uuid, 'CUSTOMER', 'I am ' || :word, now())
        insert into delivery (workspace, message, conversation, seq, interaction, account, recipient, state, failure, detail, next_at, changed_at) values (:workspace, :message, :conversation, 1, :chat, :account, :word || '-ext', 'FAILED', 'unreachable', :word, now(), now())
        insert into attachment (workspace, id, message, conversation, name, type, bytes, file, at) values (:workspace, :attachment, :message, :conversation, :word || '.pdf', 'application/pdf', 1, :workspace || '/' || :attachment, now())
        insert into call_code (workspace, conversation, code, service, expires_at) values (:workspace, :conversation, right(:conversation::text, 6), :service, now())
        insert into postponement (workspace, interaction, at, agent, until, note, seen_seq, back_at, back_by) values (:workspace, :chat, now(), :user, now(), :word, 1, now(), 'SYSTEM')
        insert into message_change (workspace, conversation, seq, changed_at, said) values (:workspace, :conversation, 1, now(), 'I was ' || :word)
        insert into mention (workspace, message, mentioned, conversation, seq, at) values (:workspace, :message, :user, :conversation, 1, now())
        insert into seen (workspace, interaction, conversation, delivered, read, at) values (:workspace, :chat, :conversation, 1, 1, now())
        insert into transfer (workspace, interaction, at, agent, service, note) values (:workspace, :chat, now(), :user, :service, :word)
        insert into participant (workspace, interaction, agent, since, host, note, until, left_at, why) values (:workspace, :chat, :user, now(), :user, :word, now(), now(), 'DECLINED')
        insert into rating (workspace, interaction, stars, remark, at) values (:workspace, :chat, 1, :word, now())
        insert into follow_up (workspace, id, contact, interaction, owner, due_at, zone, note, created_at) values (:workspace, :followUp, :contact, :phone, :user, now(), 'Asia/Damascus', :word, now())
        insert into inbound_item (workspace, id, account, external_id, body, received_at, state, message, conversation) values (:workspace, :item, :account, :word, convert_to(:word, 'UTF8'), now(), 'TAKEN', :message, :conversation)
        insert into inbound_item (workspace, id, account, external_id, body, received_at, state) values (:workspace, :receipt, :account, 'r-' || :receipt, convert_to('{"to": "' || substr(:number, 2) || '"}', 'UTF8'), now(), 'TAKEN')
        insert into messenger_heard (workspace, account, address, external_id, heard_at) values (:workspace, :account, :word || '-ext', :word, now())
        insert into messenger_file (workspace, attachment, account, reference, next_at) values (:workspace, :attachment, :account, :word, now() + interval '1 day')
        insert into sms_long (workspace, id, account, sender, reference, total, state, begun_at) values (:workspace, :long, :account, :number, 1, 2, 'WHOLE', now())
        insert into sms_part values (:workspace, :long, 1, :item, 0, convert_to(:word, 'UTF8'))
        insert into sms_segment (workspace, message, part, total, account, external_id, at) values (:workspace, :message, 1, 2, :account, :word, now())
        insert into email_thread (workspace, id, account, token, subject, began_at, last_at) values (:workspace, :thread, :account, 't' || :thread, :word, now(), now())
        insert into email_party values (:workspace, :thread, :word || '@example.com')
        insert into email_reference values (:workspace, :account, :word || '@mail.example', :thread, false)
        insert into email (workspace, id, account, thread, message, message_id, in_reply_to, reference_ids, parties, subject, text, html, why, marks, at) values (:workspace, :message, :account, :thread, :message, :word || '@mail.example', '', '{}', jsonb_build_object('from', jsonb_build_object('name', :word, 'address', :word || '@example.com'), 'to', '[]'::jsonb, 'cc', '[]'::jsonb, 'replyTo', '[]'::jsonb), :word, :word, :word, 'NEW', '{}', now())
        insert into email_acknowledgement (workspace, thread, account, recipient, at) values (:workspace, :thread, :account, :word || '@example.com', now())
        insert into call (workspace, id, direction, caller, called, sip_call, began, ended, ended_by, cause) values (:workspace, :phone, 'INBOUND', :number, '+4930901820', '', now(), now(), 'CUSTOMER', 'hung up')
        insert into recording (workspace, id, interaction, agent, file, began, length_ms) values (:workspace, :recording, :phone, :user, :workspace || '/2026-11/' || :recording, now(), 1000)
        insert into consultation (workspace, id, interaction, agent, number, began, ended, outcome) values (:workspace, :consultation, :phone, :user, :number, now(), now(), 'NOT_ANSWERED')
        insert into skill (workspace, id, kind, name) values (:workspace, :campaign, 'SERVICE', 'Spring ' || :campaign)
        insert into service (workspace, id, name, medium) values (:workspace, :campaign, 'Spring ' || :campaign, 'PREVIEW')
        insert into campaign (workspace, id, name, mode, settings, created_at) values (:workspace, :campaign, 'Spring ' || :campaign, 'PREVIEW', '{"rules": {"quotas": {"quotas": [{"field": "City"}]}}}', now())
        insert into calling_list (workspace, id, name, region, zone, fields, created_at) values (:workspace, :list, 'List ' || :list, 'SY', 'Asia/Damascus', '{"all": []}', now())
        insert into campaign_list (workspace, campaign, list, position) values (:workspace, :campaign, :list, 1)
        insert into calling_record (workspace, id, list, position, key, first_name, last_name, company, fields, postal_code, state, inserted_at) values (:workspace, :record, :list, 1, :word, :word, :word, :word, jsonb_build_object('Note', :word), :word, :word, now())
        insert into list_import (workspace, id, list, file_name, policy, state, bytes, by_user, started_at, ended_at) values (:workspace, :import, :list, 'people.csv', 'ADD', 'DONE', 1, :user, now(), now())
        insert into import_refusal (workspace, import, ordinal, line, whole, reason, value) values (:workspace, :import, 1, 2, true, 'OTHER_COLUMNS', :word || ';' || :local)
        insert into import_refusal (workspace, import, ordinal, line, whole, field, reason, value) values (:workspace, :import, 2, 3, false, 'Mail', 'TOO_LONG', 'to ' || upper(:word) || '@example.com')
        insert into record_number (workspace, record, position, kind, number) values (:workspace, :record, 1, 'MOBILE', :number)
        insert into campaign_record (workspace, campaign, record, list, status, sort, number, attempts, changed_at) values (:workspace, :campaign, :record, :list, 'RESCHEDULED', 1, :number, 1, now())
        insert into campaign_success (workspace, campaign, record, list, disposition, fields, at) values (:workspace, :campaign, :record, :list, :disposition, jsonb_build_object('City', 'Damascus', 'Note', :word), now())
        insert into preview (workspace, id, campaign, record, state, agent, claimed_at, accepted_at, seen, next_call, outcome, ended_at, settled) values (:workspace, :preview, :campaign, :record, 'ENDED', :user, now(), now(), jsonb_build_object('x', :word), jsonb_build_object('x', :word), 'CALLED', now(), true)
        insert into call_attempt (workspace, id, campaign, record, list, preview, number, agent, automatic, interaction, started_at, notes, verdict) values (:workspace, :attempt, :campaign, :record, :list, :preview, :number, :user, false, :phone, now(), :word, '{}')
        insert into record_event (workspace, id, at, kind, campaign, list, record, notes, changes) values (:workspace, :event, now(), 'CORRECTED', :campaign, :list, :record, :word, jsonb_build_object('x', :word))
        insert into do_not_call_list (workspace, id, name, kind) values (:workspace, :doNotCall, 'Never ' || :doNotCall, 'NUMBER')
        insert into do_not_call_entry values (:workspace, :doNotCall, :number, null, now(), :word)
        """;
    for (var statement : statements.lines().toList()) {
      var sql =
          db.sql(statement)
              .param("workspace", workspace.value())
              .param("uuid", UUID.randomUUID())
              .param("word", word)
              .param("number", number)
              .param("local", "0" + number.substring(4, 7) + " " + number.substring(7));
      ids.forEach(sql::param);
      sql.update();
    }
    return ids.size();
  }
}
