package org.hiwar.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// The rows of files that visitors of web chats upload, and those that they are shown.
@Component
public final class VisitorFileStore {
  private static final String COLUMNS =
      "a.id, a.message, a.name, a.type, a.cid, a.bytes, a.state, a.uploaded_by, a.file";

  /// Of a message that its visitor is shown.
  private static final String SHOWN =
      """
      join message m on m.workspace = a.workspace and m.conversation = a.conversation and m.id = a.message and not m.internal and not m.withdrawn
      join interaction i on i.workspace = a.workspace and i.id = m.interaction and i.channel = ? and i.party = ?
      """;

  private final Database database;

  public VisitorFileStore(Database database) {
    this.database = database;
  }

  /// @param ofVisitor files and bytes of this one
  /// @param bytesOfAll of all visitors of the workspace together
  record Unsent(AttachmentStore.Unsent ofVisitor, long bytesOfAll) {}

  Unsent unsent(WorkspaceId workspace, String visitor) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select count(*) filter (where visitor = ?) as files, coalesce(sum(bytes) filter (where visitor = ?), 0) as bytes,
                      coalesce(sum(bytes), 0) as bytes_of_all
                    from attachment where workspace = ? and message is null and visitor is not null\
                    """)
                .params(visitor, visitor, workspace.value())
                .query(
                    (row, _) ->
                        new Unsent(
                            new AttachmentStore.Unsent(row.getLong("files"), row.getLong("bytes")),
                            row.getLong("bytes_of_all")))
                .single());
  }

  /// One whose content is still to be put where the row says.
  void add(WorkspaceId workspace, String visitor, AttachmentStore.Row row, Instant at) {
    var file = row.attachment();
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into attachment (workspace, id, visitor, name, type, bytes, state, file, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """)
                .params(
                    workspace.value(),
                    file.id().value(),
                    visitor,
                    file.name(),
                    file.type(),
                    file.bytes(),
                    file.state().name(),
                    row.file(),
                    Micros.parameter(at))
                .update());
  }

  /// Takes away one that its visitor has not sent. Empty: there is none.
  Optional<String> remove(WorkspaceId workspace, String visitor, AttachmentId attachment) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    delete from attachment where workspace = ? and id = ? and visitor = ? and message is null returning file\
                    """)
                .params(workspace.value(), attachment.value(), visitor)
                .query(String.class)
                .optional());
  }

  /// Makes uploads of this visitor those of a message of theirs. What is another's, or went with a
  /// message before, stays as it is. They stand in the order of `files`.
  void sent(WorkspaceId workspace, String visitor, Message message, List<AttachmentId> files) {
    var placed = files.stream().mapToLong(AttachmentId::value).toArray();
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update attachment set message = ?, conversation = ?, place = array_position(?::bigint[], id)
                    where workspace = ? and id = any(?) and visitor = ? and message is null and state = 'READY'\
                    """)
                .param(message.id().value())
                .param(message.conversation().value())
                .param(placed)
                .param(workspace.value())
                .param(placed)
                .param(visitor)
                .update());
  }

  /// What this visitor has uploaded and not sent, or is shown in a chat. Empty: neither.
  Optional<AttachmentStore.Row> find(
      WorkspaceId workspace, PageVisitor visitor, AttachmentId attachment) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select "
                        + COLUMNS
                        + " from attachment a where a.workspace = ? and a.id = ? and (a.message is"
                        + " null and a.visitor = ? or exists (select from (select 1) one "
                        + SHOWN
                        + "))")
                .params(
                    workspace.value(),
                    attachment.value(),
                    visitor.visitor(),
                    visitor.channel(),
                    visitor.visitor())
                .query(AttachmentStore::found)
                .optional());
  }

  /// The files that the visitor is shown in a conversation, as their senders put them; of very
  /// many the latest.
  List<VisitorFiles.OfMessage> shown(
      WorkspaceId workspace, PageVisitor visitor, ConversationId conversation) {
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(
                        "select "
                            + COLUMNS
                            + ", m.client_id from attachment a "
                            + SHOWN
                            + "where a.workspace = ? and a.conversation = ? order by m.seq desc,"
                            + " a.place desc, a.id desc limit ?")
                    .params(
                        visitor.channel(),
                        visitor.visitor(),
                        workspace.value(),
                        conversation.value(),
                        AttachmentLimits.SHOWN)
                    .query(
                        (row, number) ->
                            new VisitorFiles.OfMessage(
                                row.getObject("client_id", UUID.class),
                                AttachmentStore.found(row, number).attachment()))
                    .list())
        .reversed();
  }
}
