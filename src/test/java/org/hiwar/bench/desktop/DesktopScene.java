package org.hiwar.bench.desktop;

import java.time.Clock;
import java.util.List;
import org.hiwar.bench.BenchRows;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A workspace with an agent at work, written into the database before the application has seen it:
/// nobody is given two hundred chats at once, but whoever holds them must be able to work.
///
/// @param cookie of the agent's session
/// @param longest the conversation with many messages
record DesktopScene(String slug, String cookie, long longest) {
  static final String ENTRY = "web";
  private static final Ids IDS = new Ids(Clock.systemUTC(), 1017);

  /// An agent who can chat, and has nothing to do.
  static DesktopScene idle(Database database) {
    return database.inDirectory(db -> idle(new BenchRows(db)));
  }

  private static DesktopScene idle(BenchRows rows) {
    long service = rows.service("Orders", "CHAT", true);
    rows.entry(ENTRY, service);
    rows.reason("Break");
    var cookie = rows.user("agent", "AGENT", List.of(service, rows.language()));
    return new DesktopScene(rows.slug(), cookie, 0);
  }

  /// An agent who holds many chats that go on, one of them with many messages; the others have
  /// three, the last of which waits for an answer in every second one.
  static DesktopScene busy(Database database, DesktopSize size) {
    return database.inDirectory(
        db -> {
          var rows = new BenchRows(db);
          var scene = idle(rows);
          long first = IDS.next();
          hold(db, rows.workspace(), first, size);
          return new DesktopScene(scene.slug(), scene.cookie(), first);
        });
  }

  /// The ids of the conversations follow each other from `first`, those of what belongs to them
  /// behind these.
  private static void hold(JdbcClient db, long workspace, long first, DesktopSize size) {
    for (var statement : STATEMENTS)
      db.sql(statement)
          .param("workspace", workspace)
          .param("first", first)
          .param("messages", size.messages())
          .param("conversations", size.conversations())
          .update();
  }

  private static final String AGENT = "(select id from app_user where workspace = :workspace)";
  private static final String SERVICE = "(select id from service where workspace = :workspace)";
  private static final List<String> STATEMENTS =
      List.of(
          """
          insert into floor_agent (workspace, id, presence, next, since, idle_since)
          select :workspace, %s, 'READY', 'READY', now(), now()
          """
              .formatted(AGENT),
          """
          insert into contact (workspace, id, name, language, created_at, last_activity_at)
          select :workspace, :first + 1000000000 + i, case when i % 3 = 0 then 'ليلى حداد ' else 'Jo Brandt ' end || i, 'en', now(), now()
          from generate_series(0, :conversations - 1) i
          """,
          """
          insert into conversation (workspace, id, contact, owner, last_seq, agent_read_seq, opened_at, last_message_at)
          select :workspace, :first + i, :first + 1000000000 + i, %s, n, case when i > 0 and i %% 2 = 0 then n - 1 else n end,
            now() - interval '30 minutes', now()
          from generate_series(0, :conversations - 1) i, lateral (select case when i = 0 then :messages else 3 end as n) s
          """
              .formatted(AGENT),
          """
          insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, language, party, global_id, agent, arrived_at, accepted_at)
          select :workspace, :first + 2000000000 + i, :first + i, :first + 1000000000 + i, 'CHAT', 'web', 'INBOUND', %s, 'en', (:first + i)::text, gen_random_uuid(), %s,
            now() - interval '30 minutes', now() - interval '29 minutes'
          from generate_series(0, :conversations - 1) i
          """
              .formatted(SERVICE, AGENT),
          """
          insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, author, text, at)
          select :workspace, :first + i, seq, :first + 10000 + i * 100000 + seq, :first + 2000000000 + i, gen_random_uuid(),
            case when seq %% 3 = 2 then 'AGENT' else 'CUSTOMER' end, case when seq %% 3 = 2 then %s else :first + 1000000000 + i end,
            case seq %% 5
              when 0 then 'سؤال رقم ' || seq || ' عن الطلب، وهل يصل قبل يوم الخميس؟'
              when 1 then 'Message ' || seq || ' about the order, with a few more words in it.'
              when 2 then 'Thank you, I am looking into order ' || seq || ' and will be back in a moment. It may take a little, because the parcel has been at two depots, and both have to be asked.'
              else 'Yes ' || seq
            end, now() - (n - seq) * interval '1.6 seconds'
          from generate_series(0, :conversations - 1) i, lateral (select case when i = 0 then :messages else 3 end as n) s, generate_series(1, n) seq
          """
              .formatted(AGENT),
          """
          insert into floor_work (workspace, id, service, medium, skills, priority, arrived_at, continues, state, offers, agent, since, conversation)
          select :workspace, :first + 2000000000 + i, %s, 'CHAT', '', 0, now() - interval '30 minutes', false, 'ACTIVE', 1, %s, now() - interval '29 minutes', :first + i
          from generate_series(0, :conversations - 1) i
          """
              .formatted(SERVICE, AGENT));
}
