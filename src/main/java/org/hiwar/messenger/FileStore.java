package org.hiwar.messenger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hiwar.channel.AccountId;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Files of customers that are still with their provider: table `messenger_file`.
@Component
class FileStore {
  private final Database database;

  FileStore(Database database) {
    this.database = database;
  }

  record Waiting(AttachmentId attachment, AccountId account, String reference, int tries) {}

  /// Done again, it changes nothing.
  void add(
      WorkspaceId workspace,
      AttachmentId attachment,
      AccountId account,
      String reference,
      Instant at) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into messenger_file (workspace, attachment, account, reference, next_at)
                    values (?, ?, ?, ?, ?) on conflict do nothing
                    """)
                .params(
                    workspace.value(),
                    attachment.value(),
                    account.value(),
                    reference,
                    at.atOffset(ZoneOffset.UTC))
                .update());
  }

  /// Those that are to be asked for now, the longest due first.
  List<Waiting> due(WorkspaceId workspace, Instant now) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select attachment, account, reference, tries from messenger_file
                    where workspace = ? and next_at <= ? order by next_at, attachment limit ?
                    """)
                .params(
                    workspace.value(), now.atOffset(ZoneOffset.UTC), MessengerLimits.FETCH_BATCH)
                .query(
                    (row, _) ->
                        new Waiting(
                            new AttachmentId(row.getLong("attachment")),
                            new AccountId(row.getLong("account")),
                            row.getString("reference"),
                            row.getInt("tries")))
                .list());
  }

  boolean any(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select exists (select from messenger_file where workspace = ?)")
                .param(workspace.value())
                .query(Boolean.class)
                .single());
  }

  void tryAgain(WorkspaceId workspace, AttachmentId attachment, Instant at) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update messenger_file set tries = tries + 1, next_at = ?
                    where workspace = ? and attachment = ?
                    """)
                .params(at.atOffset(ZoneOffset.UTC), workspace.value(), attachment.value())
                .update());
  }

  void remove(WorkspaceId workspace, AttachmentId attachment) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from messenger_file where workspace = ? and attachment = ?")
                .params(workspace.value(), attachment.value())
                .update());
  }
}
