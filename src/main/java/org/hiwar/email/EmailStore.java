package org.hiwar.email;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hiwar.channel.AccountId;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.ActivityWords;
import org.hiwar.conversation.MessageId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The rows of mails.
@Component
public class EmailStore implements ActivityWords {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SELECT = "select * from email where workspace = ? and ";

  private final Database database;

  public EmailStore(Database database) {
    this.database = database;
  }

  /// The subjects of mails are kept here alone.
  @Override
  public String sql() {
    return """
    (select true from message m join email e on e.workspace = m.workspace and e.message = m.id
      where m.workspace = i.workspace and m.interaction = i.id and e.subject ~ all(?) limit 1)\
    """;
  }

  public Optional<Email> ofMessage(WorkspaceId workspace, MessageId message) {
    return one(workspace, "message = ?", message.value());
  }

  /// By message; what is no mail is missing.
  Map<MessageId, String> subjects(WorkspaceId workspace, Collection<MessageId> messages) {
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(
                        "select message, subject from email where workspace = ? and message ="
                            + " any(?)")
                    .param(workspace.value())
                    .param(messages.stream().map(MessageId::value).toArray(Long[]::new))
                    .query((row, _) -> Map.entry(new MessageId(row.getLong(1)), row.getString(2)))
                    .list())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
  }

  /// One of ours, by what its writer called it.
  public Optional<Email> ofClient(WorkspaceId workspace, UUID clientId) {
    return one(workspace, "client_id = ?", clientId);
  }

  Optional<Email> find(WorkspaceId workspace, long id) {
    return one(workspace, "id = ?", id);
  }

  /// The last of some threads that somebody has written.
  Optional<Email> last(WorkspaceId workspace, Collection<Long> threads) {
    var some = threads.toArray(Long[]::new);
    return one(workspace, "thread = any(?) and why <> 'AUTOMATIC' order by id desc limit 1", some);
  }

  private Optional<Email> one(WorkspaceId workspace, String which, Object value) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + which)
                .param(workspace.value())
                .param(value)
                .query(EmailStore::email)
                .optional());
  }

  /// False: it is there already.
  boolean add(WorkspaceId workspace, Email email) {
    return database.in(workspace.value(), db -> insert(db, workspace, email) == 1);
  }

  private static int insert(JdbcClient db, WorkspaceId workspace, Email email) {
    return db.sql(
            """
            insert into email (workspace, id, account, thread, message, client_id, message_id, in_reply_to, reference_ids,
              parties, subject, text, html, trust, why, marks, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing\
            """)
        .param(workspace.value())
        .param(email.id())
        .param(email.account().value())
        .param(email.thread())
        .param(email.message() == null ? null : email.message().value())
        .param(email.clientId())
        .param(email.messageId())
        .param(email.inReplyTo())
        .param(email.references().toArray(String[]::new))
        .param(JSON.writeValueAsString(email.parties()))
        .param(email.subject())
        .param(email.text())
        .param(email.html())
        .param(email.trust() == null ? null : email.trust().name())
        .param(email.why().name())
        .param(email.marks().toArray(String[]::new))
        .param(time(email.at()))
        .update();
  }

  /// Its message is stored.
  void stored(WorkspaceId workspace, UUID clientId, MessageId message) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update email set message = ? where workspace = ? and client_id = ? and message is null
                      and not exists (select from email o where o.workspace = email.workspace and o.message = ?)\
                    """)
                .param(message.value())
                .param(workspace.value())
                .param(clientId)
                .param(message.value())
                .update());
  }

  /// It was not stored, and may be written anew.
  void takeBack(WorkspaceId workspace, UUID clientId) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from email where workspace = ? and client_id = ? and message is null")
                .param(workspace.value())
                .param(clientId)
                .update());
  }

  static OffsetDateTime time(Instant at) {
    return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private static Email email(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    long message = row.getLong("message");
    var ofMessage = row.wasNull() ? null : new MessageId(message);
    var trust = row.getString("trust");
    return new Email(
        row.getLong("id"),
        new AccountId(row.getLong("account")),
        row.getLong("thread"),
        ofMessage,
        row.getObject("client_id", UUID.class),
        row.getString("message_id"),
        row.getString("in_reply_to"),
        List.of((String[]) row.getArray("reference_ids").getArray()),
        JSON.readValue(row.getString("parties"), Email.Parties.class),
        row.getString("subject"),
        row.getString("text"),
        row.getString("html"),
        trust == null ? null : Trust.valueOf(trust),
        Why.valueOf(row.getString("why")),
        List.of((String[]) row.getArray("marks").getArray()),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
