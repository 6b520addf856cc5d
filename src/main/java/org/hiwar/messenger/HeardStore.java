package org.hiwar.messenger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.channel.AccountId;
import org.hiwar.platform.Gathering;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// When somebody last wrote to an account of ours: table `messenger_heard`.
@Component
public class HeardStore {
  private static final int AT_ONCE = 500;

  private final Database database;
  private final Map<WorkspaceId, Gathering<News>> hearing = new ConcurrentHashMap<>();

  public HeardStore(Database database) {
    this.database = database;
  }

  /// The newest message of somebody.
  ///
  /// @param told whether the provider knows that we have read it
  public record Heard(String externalId, Instant at, boolean told) {}

  /// Keeps the newer one of two, whichever comes first. Many at the same time are one transaction.
  public void heard(
      WorkspaceId workspace, AccountId account, String address, String externalId, Instant at) {
    hearing
        .computeIfAbsent(workspace, one -> new Gathering<>(AT_ONCE, some -> store(one, some)))
        .add(new News(account, address, externalId, at));
  }

  private record News(AccountId account, String address, String externalId, Instant at) {}

  private void store(WorkspaceId workspace, List<News> some) {
    database.tell(
        workspace.value(),
        List.of(
            new SqlPart(
                """
                insert into messenger_heard as h (workspace, account, address, external_id, heard_at)
                select ?, n.account, n.address, n.external_id, timestamptz 'epoch' + n.at * interval '1 millisecond'
                from (
                  select distinct on (account, address) *
                  from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[]) with ordinality as t(account, address, external_id, at, nr)
                  order by account, address, at desc, nr desc) n
                order by n.account, n.address
                on conflict (workspace, account, address) do update
                set external_id = excluded.external_id, heard_at = excluded.heard_at, told = false
                where h.heard_at <= excluded.heard_at and h.external_id <> excluded.external_id\
                """,
                List.of(
                    workspace.value(),
                    some.stream().mapToLong(one -> one.account().value()).toArray(),
                    some.stream().map(News::address).toArray(String[]::new),
                    some.stream().map(News::externalId).toArray(String[]::new),
                    some.stream().mapToLong(one -> one.at().toEpochMilli()).toArray()))));
  }

  /// Empty: never.
  public Optional<Heard> last(WorkspaceId workspace, AccountId account, String address) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select external_id, heard_at, told from messenger_heard
                    where workspace = ? and account = ? and address = ?
                    """)
                .params(workspace.value(), account.value(), address)
                .query(
                    (row, _) ->
                        new Heard(
                            row.getString("external_id"),
                            row.getObject("heard_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("told")))
                .optional());
  }

  /// The provider knows that this one was read.
  public void told(WorkspaceId workspace, AccountId account, String address, String externalId) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update messenger_heard set told = true
                    where workspace = ? and account = ? and address = ? and external_id = ?
                    """)
                .params(workspace.value(), account.value(), address, externalId)
                .update());
  }
}
