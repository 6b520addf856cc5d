package org.hiwar.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where chats come in.
@Component
public class ChatEntryStore {
  private final Database database;

  public ChatEntryStore(Database database) {
    this.database = database;
  }

  public Optional<ChatEntry> find(WorkspaceId workspace, String slug) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id, slug, service, name, language, origins, greeting_en, greeting_ar, accent, calls from chat_entry where workspace = ? and slug = ?\
                    """)
                .param(workspace.value())
                .param(slug)
                .query(ChatEntryStore::entry)
                .optional());
  }

  public Optional<ChatEntry> find(WorkspaceId workspace, EntryId entry) {
    return all(workspace).stream().filter(one -> one.id().equals(entry)).findAny();
  }

  /// By their names in the script tags.
  public List<ChatEntry> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id, slug, service, name, language, origins, greeting_en, greeting_ar, accent, calls from chat_entry where workspace = ? order by slug\
                    """)
                .param(workspace.value())
                .query(ChatEntryStore::entry)
                .list());
  }

  /// From now on customers may call `service` from there, or nobody when it is null. Calls that
  /// have begun go on.
  public void allowCalls(WorkspaceId workspace, EntryId entry, @Nullable ServiceId service) {
    database.in(
        workspace.value(),
        db ->
            db.sql("update chat_entry set calls = ? where workspace = ? and id = ?")
                .param(value(service))
                .param(workspace.value())
                .param(entry.value())
                .update());
  }

  public void add(WorkspaceId workspace, ChatEntry entry) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into chat_entry (workspace, id, slug, service, name, language, origins, greeting_en, greeting_ar, accent, calls)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """)
                .param(workspace.value())
                .param(entry.id().value())
                .param(entry.slug())
                .param(entry.service().value())
                .param(entry.name())
                .param(entry.language())
                .param(entry.origins().toArray(String[]::new))
                .param(entry.greetingEn())
                .param(entry.greetingAr())
                .param(entry.accent())
                .param(value(entry.calls()))
                .update());
  }

  private static ChatEntry entry(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new ChatEntry(
        new EntryId(row.getLong("id")),
        row.getString("slug"),
        new ServiceId(row.getLong("service")),
        row.getString("name"),
        row.getString("language"),
        List.of((String[]) row.getArray("origins").getArray()),
        row.getString("greeting_en"),
        row.getString("greeting_ar"),
        row.getString("accent"),
        service(row.getLong("calls"), row.wasNull()));
  }

  private static @Nullable ServiceId service(long value, boolean none) {
    return none ? null : new ServiceId(value);
  }

  private static @Nullable Long value(@Nullable ServiceId service) {
    return service == null ? null : service.value();
  }
}
