package org.hiwar.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.hiwar.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes what a workspace of a benchmark consists of, in one transaction.
public final class BenchRows {
  private static final Ids IDS = new Ids(Clock.systemUTC(), 1021);

  private final JdbcClient db;
  private final long workspace;

  /// More for a workspace that is there.
  public BenchRows(JdbcClient db, long workspace) {
    this.db = db;
    this.workspace = workspace;
  }

  /// Begins a workspace.
  public BenchRows(JdbcClient db) {
    this(db, IDS.next());
    db.sql(
            "insert into workspace (id, slug, name, secret, created_at) values (?, ?, 'Bench', ?,"
                + " now())")
        .params(workspace, slug(), random(32))
        .update();
    db.sql("select set_config('hiwar.workspace', ?, true)")
        .param(Long.toString(workspace))
        .query(String.class)
        .single();
  }

  public long workspace() {
    return workspace;
  }

  public String slug() {
    return "bench-" + workspace;
  }

  /// A service with the usual after-call work, or none; its skill has the same id.
  public long service(String name, String medium, boolean wrapsUp) {
    long service = IDS.next();
    db.sql("insert into skill (workspace, id, kind, name) values (?, ?, 'SERVICE', ?)")
        .params(workspace, service, name)
        .update();
    db.sql("insert into service (workspace, id, name, medium, wrap_up_ms) values (?, ?, ?, ?, ?)")
        .params(workspace, service, name, medium, wrapsUp ? 60_000 : 0)
        .update();
    return service;
  }

  /// Where customers begin chats of a service.
  public void entry(String slug, long service) {
    db.sql(
            "insert into chat_entry (workspace, id, slug, service, name, language) values (?, ?, ?,"
                + " ?, 'Orders', 'en')")
        .params(workspace, IDS.next(), slug, service)
        .update();
  }

  /// Why somebody is not ready.
  public void reason(String name) {
    db.sql("insert into not_ready_reason (workspace, id, name, position) values (?, ?, ?, 1)")
        .params(workspace, IDS.next(), name)
        .update();
  }

  /// The skill of English.
  public long language() {
    long skill = IDS.next();
    db.sql(
            "insert into skill (workspace, id, kind, code, name) values (?, ?, 'LANGUAGE', 'en',"
                + " 'English')")
        .params(workspace, skill)
        .update();
    return skill;
  }

  /// A user with a session; the session's cookie.
  public String user(String login, String role, List<Long> skills) {
    long user = IDS.next();
    db.sql(
            "insert into app_user (workspace, id, login, name, password_hash, roles, created_at)"
                + " values (?, ?, ?, ?, 'none', array[?], now())")
        .params(workspace, user, login, "User " + login, role)
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
