package org.hiwar.conversation;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of attachments. Their contents are files, see [Attachments].
@Component
public class AttachmentStore {
  private static final String COLUMNS =
      "select id, message, name, type, cid, bytes, state, uploaded_by, file from attachment where"
          + " workspace = ? and ";

  private final Database database;

  /// @param uploadedBy null: it came in
  /// @param file below the folder of attachments
  record Row(Attachment attachment, @Nullable UserId uploadedBy, String file) {}

  record Unsent(long files, long bytes) {}

  public AttachmentStore(Database database) {
    this.database = database;
  }

  /// The files of these messages, as their senders put them; messages without files are left out.
  public Map<MessageId, List<Attachment>> ofMessages(
      WorkspaceId workspace, Collection<MessageId> messages) {
    if (messages.isEmpty()) return Map.of();
    long[] ids = messages.stream().mapToLong(MessageId::value).toArray();
    return rows(workspace, "message = any(?) order by place, id", (Object) ids).stream()
        .map(Row::attachment)
        .collect(groupingBy(file -> Objects.requireNonNull(file.message())));
  }

  public Optional<Attachment> find(WorkspaceId workspace, AttachmentId attachment) {
    return rows(workspace, "id = ?", attachment.value()).stream().map(Row::attachment).findFirst();
  }

  /// Those of `files` that this agent has uploaded, wholly, and not sent yet.
  public List<Attachment> unsent(WorkspaceId workspace, UserId by, Collection<AttachmentId> files) {
    return rows(
            workspace,
            "id = any(?) and message is null and uploaded_by = ? and state = 'READY' order by id",
            files.stream().mapToLong(AttachmentId::value).toArray(),
            by.value())
        .stream()
        .map(Row::attachment)
        .toList();
  }

  /// Makes uploaded files those of a message: for the transaction that stores it, and behind the
  /// statement that does. Changes as many rows as files were there and unsent; none when the
  /// message is not stored, or is for colleagues alone. They stand in the order of `files`.
  public static SqlPart sending(
      WorkspaceId workspace,
      UserId by,
      List<AttachmentId> files,
      MessageId message,
      ConversationId conversation) {
    var placed = files.stream().mapToLong(AttachmentId::value).toArray();
    return new SqlPart(
        """
        update attachment set message = ?, conversation = ?, place = array_position(?::bigint[], id)
        where workspace = ? and id = any(?) and message is null and uploaded_by = ? and state = 'READY'
        and (exists (select from delivery d where d.workspace = ? and d.message = ?)
          or exists (select from message m where m.workspace = ? and m.conversation = ? and m.id = ? and not m.internal))\
        """,
        List.of(
            message.value(),
            conversation.value(),
            placed,
            workspace.value(),
            placed,
            by.value(),
            workspace.value(),
            message.value(),
            workspace.value(),
            conversation.value(),
            message.value()));
  }

  /// Empty: it belongs to no message yet.
  Optional<ConversationId> conversationOf(WorkspaceId workspace, AttachmentId attachment) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select conversation from attachment where workspace = ? and id = ? and"
                        + " conversation is not null")
                .param(workspace.value())
                .param(attachment.value())
                .query((row, _) -> new ConversationId(row.getLong(1)))
                .optional());
  }

  Optional<Row> found(WorkspaceId workspace, AttachmentId attachment) {
    return rows(workspace, "id = ?", attachment.value()).stream().findFirst();
  }

  List<Row> found(WorkspaceId workspace, MessageId message) {
    return rows(workspace, "message = ? order by place, id", message.value());
  }

  /// What this agent has uploaded and not sent.
  Unsent unsent(WorkspaceId workspace, UserId by) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select count(*), coalesce(sum(bytes), 0) from attachment
                    where workspace = ? and message is null and uploaded_by = ?\
                    """)
                .param(workspace.value())
                .param(by.value())
                .query((row, _) -> new Unsent(row.getLong(1), row.getLong(2)))
                .single());
  }

  void add(WorkspaceId workspace, Row row, @Nullable ConversationId conversation, Instant at) {
    database.in(workspace.value(), db -> insert(db, workspace, row, conversation, at));
  }

  /// All of a message, unless it has some already.
  void addAll(
      WorkspaceId workspace,
      List<Row> rows,
      MessageId message,
      ConversationId conversation,
      Instant at) {
    database.in(
        workspace.value(),
        db -> {
          if (!found(workspace, message).isEmpty()) return 0;
          for (var row : rows) insert(db, workspace, row, conversation, at);
          return rows.size();
        });
  }

  private static int insert(
      JdbcClient db,
      WorkspaceId workspace,
      Row row,
      @Nullable ConversationId conversation,
      Instant at) {
    var file = row.attachment();
    return db.sql(
            """
            insert into attachment (workspace, id, message, conversation, uploaded_by, name, type, cid, bytes, state, file, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .param(workspace.value())
        .param(file.id().value())
        .param(file.message() == null ? null : file.message().value())
        .param(conversation == null ? null : conversation.value())
        .param(row.uploadedBy() == null ? null : row.uploadedBy().value())
        .param(file.name())
        .param(file.type())
        .param(file.cid())
        .param(file.bytes())
        .param(file.state().name())
        .param(row.file())
        .param(Micros.parameter(at))
        .update();
  }

  /// What was announced has come, or will not. False: it is not waited for.
  boolean settle(
      WorkspaceId workspace,
      AttachmentId attachment,
      Attachment.State state,
      String type,
      long bytes) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        update attachment set state = ?, type = ?, bytes = ?
                        where workspace = ? and id = ? and state = 'PENDING'\
                        """)
                    .param(state.name())
                    .param(type)
                    .param(bytes)
                    .param(workspace.value())
                    .param(attachment.value())
                    .update()
                == 1);
  }

  /// Takes away rows that were not sent until `before`, and says which files they had.
  List<String> removeUnsent(WorkspaceId workspace, Instant before) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    delete from attachment where workspace = ? and id in (
                      select id from attachment where workspace = ? and message is null and at < ? limit %d)
                    returning file\
                    """
                        .formatted(AttachmentLimits.SWEEP))
                .param(workspace.value())
                .param(workspace.value())
                .param(Micros.parameter(before))
                .query(String.class)
                .list());
  }

  /// Takes away one that its uploader has not sent. Empty: there is none.
  Optional<String> removeUnsent(WorkspaceId workspace, UserId by, AttachmentId attachment) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    delete from attachment where workspace = ? and id = ? and uploaded_by = ? and message is null returning file\
                    """)
                .param(workspace.value())
                .param(attachment.value())
                .param(by.value())
                .query(String.class)
                .optional());
  }

  private List<Row> rows(WorkspaceId workspace, String which, Object... values) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + which)
                .param(workspace.value())
                .params(values)
                .query(AttachmentStore::found)
                .list());
  }

  static Row found(ResultSet row, @SuppressWarnings("unused") int number) throws SQLException {
    long message = row.getLong("message");
    var ofMessage = row.wasNull() ? null : new MessageId(message);
    long by = row.getLong("uploaded_by");
    var uploadedBy = row.wasNull() ? null : new UserId(by);
    var attachment =
        new Attachment(
            new AttachmentId(row.getLong("id")),
            ofMessage,
            row.getString("name"),
            row.getString("type"),
            row.getString("cid"),
            row.getLong("bytes"),
            Attachment.State.valueOf(row.getString("state")));
    return new Row(attachment, uploadedBy, row.getString("file"));
  }
}
