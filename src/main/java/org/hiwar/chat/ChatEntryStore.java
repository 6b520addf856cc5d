package org.hiwar.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Where chats come in.
@Component
public class ChatEntryStore {
  private static final String COLUMNS =
      """
      select id, slug, service, name, language, origins, title_en, greeting_en, closed_en, title_ar, greeting_ar,
             closed_ar, accent, side, ask_name, ask_email, ask_phone, away, calls, files,
             identity_secret is not null as attests, version
      from chat_entry where workspace = ?
      """;

  private final Database database;

  public ChatEntryStore(Database database) {
    this.database = database;
  }

  public Optional<ChatEntry> find(WorkspaceId workspace, String slug) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and slug = ?")
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
            db.sql(COLUMNS + "order by slug")
                .param(workspace.value())
                .query(ChatEntryStore::entry)
                .list());
  }

  public void add(WorkspaceId workspace, ChatEntry entry) {
    var unused = addIfFree(workspace, entry);
  }

  /// False when another one has its name in the script tag.
  boolean addIfFree(WorkspaceId workspace, ChatEntry entry) {
    return database.in(
        workspace.value(),
        db ->
            settings(
                        db.sql(
                            """
                            insert into chat_entry (workspace, id, slug, service, name, language, origins, title_en, greeting_en, closed_en,
                              title_ar, greeting_ar, closed_ar, accent, side, ask_name, ask_email, ask_phone, away, calls, files, version)
                            values (:workspace, :id, :slug, :service, :name, :language, :origins, :title_en, :greeting_en, :closed_en,
                              :title_ar, :greeting_ar, :closed_ar, :accent, :side, :ask_name, :ask_email, :ask_phone, :away, :calls, :files, :version)
                            on conflict (workspace, slug) do nothing\
                            """),
                        workspace,
                        entry)
                    .update()
                == 1);
  }

  /// Whether another entry than this one has its name in the script tag.
  boolean isTaken(WorkspaceId workspace, ChatEntry entry) {
    return find(workspace, entry.slug()).filter(one -> !one.id().equals(entry.id())).isPresent();
  }

  /// Makes it what it is to be, one version further; false when it is not of the version that was
  /// looked at any more.
  boolean change(WorkspaceId workspace, ChatEntry entry) {
    return database.in(
        workspace.value(),
        db ->
            settings(
                        db.sql(
                            """
                            update chat_entry set slug = :slug, service = :service, name = :name, language = :language, origins = :origins,
                              title_en = :title_en, greeting_en = :greeting_en, title_ar = :title_ar, greeting_ar = :greeting_ar,
                              closed_en = :closed_en, closed_ar = :closed_ar, away = :away, accent = :accent, side = :side, ask_name = :ask_name, ask_email = :ask_email, ask_phone = :ask_phone,
                              calls = :calls, files = :files, version = version + 1
                            where workspace = :workspace and id = :id and version = :version\
                            """),
                        workspace,
                        entry)
                    .update()
                == 1);
  }

  /// False when it is not there any more. What came in by it stays.
  boolean remove(WorkspaceId workspace, EntryId entry) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("delete from chat_entry where workspace = ? and id = ?")
                    .params(workspace.value(), entry.value())
                    .update()
                == 1);
  }

  private static StatementSpec settings(
      StatementSpec statement, WorkspaceId workspace, ChatEntry entry) {
    return statement
        .param("workspace", workspace.value())
        .param("id", entry.id().value())
        .param("slug", entry.slug())
        .param("service", entry.service().value())
        .param("name", entry.name())
        .param("language", entry.language())
        .param("origins", entry.origins().toArray(String[]::new))
        .param("title_en", entry.en().title())
        .param("greeting_en", entry.en().greeting())
        .param("closed_en", entry.en().closed())
        .param("closed_ar", entry.ar().closed())
        .param("away", entry.away().name())
        .param("title_ar", entry.ar().title())
        .param("greeting_ar", entry.ar().greeting())
        .param("accent", entry.look().accent())
        .param("side", entry.look().side().name())
        .param("ask_name", entry.form().name().name())
        .param("ask_email", entry.form().email().name())
        .param("ask_phone", entry.form().phone().name())
        .param("calls", value(entry.calls()))
        .param("files", entry.files())
        .param("version", entry.version());
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
        texts(row, "en"),
        texts(row, "ar"),
        new EntryLook(row.getString("accent"), EntryLook.Side.valueOf(row.getString("side"))),
        new EntryForm(asked(row, "ask_name"), asked(row, "ask_email"), asked(row, "ask_phone")),
        ChatEntry.Away.valueOf(row.getString("away")),
        service(row.getLong("calls"), row.wasNull()),
        row.getBoolean("files"),
        row.getBoolean("attests"),
        row.getLong("version"));
  }

  private static EntryTexts texts(ResultSet row, String language) throws SQLException {
    return new EntryTexts(
        row.getString("title_" + language),
        row.getString("greeting_" + language),
        row.getString("closed_" + language));
  }

  private static EntryForm.Asked asked(ResultSet row, String column) throws SQLException {
    return EntryForm.Asked.valueOf(row.getString(column));
  }

  private static @Nullable ServiceId service(long value, boolean none) {
    return none ? null : new ServiceId(value);
  }

  private static @Nullable Long value(@Nullable ServiceId service) {
    return service == null ? null : service.value();
  }
}
