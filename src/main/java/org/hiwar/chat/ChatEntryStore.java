package org.hiwar.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
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
                    select id, slug, service, name, language, origins, greeting_en, greeting_ar, accent from chat_entry where workspace = ? and slug = ?\
                    """)
                .param(workspace.value())
                .param(slug)
                .query(ChatEntryStore::entry)
                .optional());
  }

  public void add(WorkspaceId workspace, ChatEntry entry) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into chat_entry (workspace, id, slug, service, name, language, origins, greeting_en, greeting_ar, accent)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
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
        row.getString("accent"));
  }
}
