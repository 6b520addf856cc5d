package org.hiwar.workspace;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// The directory of workspaces, the one thing that is read before a workspace is known.
///
/// What was found is remembered: a workspace never changes its slug, and none is removed while the server runs.
@Component
public class Workspaces {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final int SECRET_BYTES = 32;
  private static final String COLUMNS = "select id, slug, name from workspace ";

  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Workspace> bySlug = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, Workspace> byId = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, byte[]> secrets = new ConcurrentHashMap<>();

  public Workspaces(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  public Optional<Workspace> find(String slug) {
    if (!SLUG.matcher(slug).matches()) return Optional.empty();
    var known = bySlug.get(slug);
    if (known != null) return Optional.of(known);
    return database.inDirectory(db -> db.sql(COLUMNS + "where slug = ?").param(slug).query(Workspaces::row).optional()).map(this::remember);
  }

  public Optional<Workspace> find(WorkspaceId id) {
    var known = byId.get(id);
    if (known != null) return Optional.of(known);
    return database.inDirectory(db -> db.sql(COLUMNS + "where id = ?").param(id.value()).query(Workspaces::row).optional()).map(this::remember);
  }

  /// In the order of their slugs.
  public List<Workspace> all() {
    var all = database.inDirectory(db -> db.sql(COLUMNS + "order by slug").query(Workspaces::row).list());
    all.forEach(this::remember);
    return all;
  }

  /// Signs what the workspace hands out to strangers, such as visitor tokens. Never leaves the server.
  public byte[] secret(WorkspaceId id) {
    return secrets.computeIfAbsent(id, _ -> database.inDirectory(
        db -> db.sql("select secret from workspace where id = ?").param(id.value()).query(byte[].class).single())).clone();
  }

  public Workspace create(String slug, String name) {
    var workspace = new Workspace(new WorkspaceId(ids.next()), slug, name);
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    database.inDirectory(db -> db.sql("insert into workspace (id, slug, name, secret, created_at) values (?, ?, ?, ?, ?)")
        .params(workspace.id().value(), slug, name, secret, clock.instant().atOffset(ZoneOffset.UTC))
        .update());
    return workspace;
  }

  private static Workspace row(ResultSet row, int number) throws SQLException {
    return new Workspace(new WorkspaceId(row.getLong("id")), row.getString("slug"), row.getString("name"));
  }

  private Workspace remember(Workspace workspace) {
    bySlug.put(workspace.slug(), workspace);
    byId.put(workspace.id(), workspace);
    return workspace;
  }
}
