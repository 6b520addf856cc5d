package org.hiwar.messenger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hiwar.channel.AccountId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// When somebody last wrote to an account of ours: table `messenger_heard`.
@Component
public class HeardStore {
  private final Database database;

  public HeardStore(Database database) {
    this.database = database;
  }

  /// The newest message of somebody.
  ///
  /// @param told whether the provider knows that we have read it
  public record Heard(String externalId, Instant at, boolean told) {}

  /// Keeps the newer one of two, whichever comes first.
  public void heard(
      WorkspaceId workspace, AccountId account, String address, String externalId, Instant at) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into messenger_heard as h (workspace, account, address, external_id, heard_at)
                    values (?, ?, ?, ?, ?)
                    on conflict (workspace, account, address) do update
                    set external_id = excluded.external_id, heard_at = excluded.heard_at, told = false
                    where h.heard_at <= excluded.heard_at and h.external_id <> excluded.external_id
                    """)
                .params(
                    workspace.value(),
                    account.value(),
                    address,
                    externalId,
                    at.atOffset(ZoneOffset.UTC))
                .update());
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
