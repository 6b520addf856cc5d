package org.hiwar.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A workspace with one service for chats and many agents, each logged in already: written into the
/// database before the application has seen the workspace, because hashing hundreds of passwords
/// would take minutes.
///
/// @param cookies of the agents' sessions, one each
record BenchWorkspace(String slug, String entry, List<String> cookies) {
  private static final Ids IDS = new Ids(Clock.systemUTC(), 1021);
  private static final String ENTRY = "web";

  static BenchWorkspace in(Database database, int agents) {
    long workspace = IDS.next();
    var slug = "bench-" + workspace;
    return database.inDirectory(
        db -> {
          db.sql(
                  "insert into workspace (id, slug, name, secret, created_at) values (?, ?,"
                      + " 'Bench', ?, now())")
              .params(workspace, slug, random(32))
              .update();
          db.sql("select set_config('hiwar.workspace', ?, true)")
              .param(Long.toString(workspace))
              .query(String.class)
              .single();
          var skills = List.of(service(db, workspace), language(db, workspace));
          var cookies = new ArrayList<String>();
          for (int i = 0; i < agents; i++) cookies.add(agent(db, workspace, i, skills));
          return new BenchWorkspace(slug, ENTRY, List.copyOf(cookies));
        });
  }

  private static long service(JdbcClient db, long workspace) {
    long service = IDS.next();
    db.sql("insert into skill (workspace, id, kind, name) values (?, ?, 'SERVICE', 'Orders')")
        .params(workspace, service)
        .update();
    db.sql("insert into service (workspace, id, name, medium) values (?, ?, 'Orders', 'CHAT')")
        .params(workspace, service)
        .update();
    db.sql(
            "insert into chat_entry (workspace, id, slug, service, name, language) values (?, ?, ?,"
                + " ?, 'Orders', 'en')")
        .params(workspace, IDS.next(), ENTRY, service)
        .update();
    return service;
  }

  private static long language(JdbcClient db, long workspace) {
    long skill = IDS.next();
    db.sql(
            "insert into skill (workspace, id, kind, code, name) values (?, ?, 'LANGUAGE', 'en',"
                + " 'English')")
        .params(workspace, skill)
        .update();
    return skill;
  }

  private static String agent(JdbcClient db, long workspace, int number, List<Long> skills) {
    long user = IDS.next();
    db.sql(
            "insert into app_user (workspace, id, login, name, password_hash, roles, created_at)"
                + " values (?, ?, ?, ?, 'none', '{AGENT}', now())")
        .params(workspace, user, "agent" + number, "Agent " + number)
        .update();
    for (long skill : skills)
      db.sql("insert into user_skill (workspace, user_id, skill, level) values (?, ?, ?, 50)")
          .params(workspace, user, skill)
          .update();
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
    var now = OffsetDateTime.now(ZoneOffset.UTC);
    db.sql(
            "insert into user_session (workspace, token_hash, id, user_id, client, created_at,"
                + " last_used_at, expires_at) values (?, ?, ?, ?, 'bench', ?, ?, ?)")
        .params(workspace, sha256(secret), IDS.next(), user, now, now, now.plusHours(4))
        .update();
    return "hiwar_session=" + workspace + "." + secret;
  }

  private static byte[] random(int bytes) {
    var random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
