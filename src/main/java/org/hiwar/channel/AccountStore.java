package org.hiwar.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.platform.Recent;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The accounts of channels, in the database with their secrets sealed, and in memory with them.
@Component
public class AccountStore implements Accounts {
  /// Workspaces whose accounts are remembered.
  private static final int REMEMBERED = 1_000;

  private static final String COLUMNS =
      """
      select id, channel, name, address, service, language, settings, enabled, version, removed_at is not null as removed
      from channel_account where workspace = :workspace
      order by name, id
      """;

  private final Database database;
  private final AccountSettings settings;
  private final Clock clock;
  private final Recent<WorkspaceId, List<Stored>> recent =
      new Recent<>(REMEMBERED, System::nanoTime);
  private final List<AccountListener> listeners = new CopyOnWriteArrayList<>();

  private record Stored(Account account, boolean removed) {}

  public AccountStore(Database database, AccountSettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  public void listen(AccountListener listener) {
    listeners.add(listener);
  }

  @Override
  public Optional<Account> find(WorkspaceId workspace, AccountId id) {
    return stored(workspace).stream()
        .map(Stored::account)
        .filter(account -> account.id().equals(id))
        .findFirst();
  }

  @Override
  public List<Account> all(WorkspaceId workspace) {
    return stored(workspace).stream().filter(one -> !one.removed()).map(Stored::account).toList();
  }

  /// As [#find], but not one that was removed.
  public Optional<Account> present(WorkspaceId workspace, AccountId id) {
    return all(workspace).stream().filter(account -> account.id().equals(id)).findFirst();
  }

  /// False when another account of the channel has its address.
  public boolean add(Account account) {
    return written(
        account,
        """
        insert into channel_account (workspace, id, channel, name, address, service, language, settings, enabled, version, created_at)
        values (:workspace, :id, :channel, :name, :address, :service, :language, :settings::jsonb, :enabled, :version, :now)
        on conflict (workspace, channel, address) where removed_at is null do nothing\
        """);
  }

  /// As it is to be; its version is raised. False when somebody else has changed or removed it
  /// since `account` was read, or another account of the channel has the address.
  public boolean change(Account account) {
    return written(
        account,
        """
        update channel_account set name = :name, address = :address, service = :service, language = :language,
                                   settings = :settings::jsonb, enabled = :enabled, version = version + 1
        where workspace = :workspace and id = :id and channel = :channel and version = :version and removed_at is null\
        """);
  }

  /// Keeps a secret that its issuer has replaced. It is no change of anybody's: the version stays,
  /// and nobody is told. False when the account has been changed or removed since it was read; then
  /// what was entered counts.
  public boolean renewSecret(Account account, String setting, String secret) {
    var settings = new HashMap<>(account.settings());
    settings.put(setting, secret);
    return database.in(
        account.workspace().value(),
        db ->
            db.sql(
                        """
                        update channel_account set settings = ?::jsonb where workspace = ? and id = ? and version = ? and removed_at is null\
                        """)
                    .param(this.settings.sealed(account.with(settings)))
                    .param(account.workspace().value())
                    .param(account.id().value())
                    .param(account.version())
                    .update()
                == 1,
        () -> recent.forget(account.workspace()));
  }

  /// Takes it away, its secrets for good; what came in on it keeps its name. False when there is
  /// none.
  public boolean remove(WorkspaceId workspace, AccountId id) {
    var account = present(workspace, id);
    if (account.isEmpty()) return false;
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        update channel_account set removed_at = ?, enabled = false, settings = ?::jsonb, version = version + 1
                        where workspace = ? and id = ? and removed_at is null\
                        """)
                    .param(now())
                    .param(settings.withoutSecrets(account.get()))
                    .param(workspace.value())
                    .param(id.value())
                    .update()
                == 1,
        () -> changed(workspace, id));
  }

  private boolean written(Account account, String statement) {
    try {
      return database.in(
          account.workspace().value(),
          db -> filled(db.sql(statement), account).update() == 1,
          () -> changed(account.workspace(), account.id()));
    } catch (DuplicateKeyException _) {
      return false;
    }
  }

  private StatementSpec filled(StatementSpec statement, Account account) {
    return statement
        .param("workspace", account.workspace().value())
        .param("id", account.id().value())
        .param("channel", account.channel())
        .param("name", account.name())
        .param("address", account.address())
        .param("service", account.service().value())
        .param("language", account.language())
        .param("settings", settings.sealed(account))
        .param("enabled", account.enabled())
        .param("version", account.version())
        .param("now", now());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private void changed(WorkspaceId workspace, AccountId account) {
    recent.forget(workspace);
    listeners.forEach(listener -> listener.accountChanged(workspace, account));
  }

  private List<Stored> stored(WorkspaceId workspace) {
    return recent.get(workspace, () -> read(workspace));
  }

  private List<Stored> read(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS)
                .param("workspace", workspace.value())
                .query((row, _) -> row(workspace, row))
                .list());
  }

  private Stored row(WorkspaceId workspace, ResultSet row) throws SQLException {
    var id = new AccountId(row.getLong("id"));
    var channel = row.getString("channel");
    var account =
        new Account(
            workspace,
            id,
            channel,
            row.getString("name"),
            row.getString("address"),
            new ServiceId(row.getLong("service")),
            row.getString("language"),
            settings.opened(id, row.getString("settings")),
            row.getBoolean("enabled"),
            row.getLong("version"));
    return new Stored(account, row.getBoolean("removed"));
  }
}
