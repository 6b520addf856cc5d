package org.hiwar.template;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Templates with their texts.
@Component
public class TemplateStore {
  private static final String COLUMNS =
      "select id, name, shortcut, channels, services, version from template where workspace = ? ";

  private final Database database;

  public TemplateStore(Database database) {
    this.database = database;
  }

  /// By name.
  public List<Template> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db -> {
          var texts = texts(db, workspace);
          return db.sql(COLUMNS + "order by name, id")
              .param(workspace.value())
              .query((row, _) -> template(row, texts))
              .list();
        });
  }

  public Optional<Template> find(WorkspaceId workspace, TemplateId template) {
    return database.in(
        workspace.value(),
        db -> {
          var texts = texts(db, workspace, template);
          return db.sql(COLUMNS + "and id = ?")
              .params(workspace.value(), template.value())
              .query((row, _) -> template(row, texts))
              .optional();
        });
  }

  /// False when another one has its shortcut.
  public boolean add(WorkspaceId workspace, Template template) {
    return database.in(
        workspace.value(),
        db -> {
          boolean added =
              db.sql(
                          """
                          insert into template (workspace, id, name, shortcut, channels, services)
                          values (:workspace, :id, :name, :shortcut, :channels::text[], :services::bigint[])
                          on conflict (workspace, shortcut) do nothing\
                          """)
                      .params(params(workspace, template))
                      .param("channels", channels(template))
                      .param("services", services(template))
                      .update()
                  == 1;
          if (added) addTexts(db, workspace, template);
          return added;
        });
  }

  /// Whether another one has this shortcut.
  public boolean isTaken(WorkspaceId workspace, Template template) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select true from template where workspace = ? and shortcut = ? and id <> ?")
                .params(workspace.value(), template.shortcut(), template.id().value())
                .query(Boolean.class)
                .optional()
                .isPresent());
  }

  /// False when its version is not the one that is stored.
  public boolean change(WorkspaceId workspace, Template template) {
    return database.in(
        workspace.value(),
        db -> {
          boolean changed =
              db.sql(
                          """
                          update template set name = :name, shortcut = :shortcut, channels = :channels::text[],
                            services = :services::bigint[], version = version + 1
                          where workspace = :workspace and id = :id and version = :version\
                          """)
                      .params(params(workspace, template))
                      .param("version", template.version())
                      .param("channels", channels(template))
                      .param("services", services(template))
                      .update()
                  == 1;
          if (!changed) return false;
          db.sql("delete from template_text where workspace = ? and template = ?")
              .params(workspace.value(), template.id().value())
              .update();
          addTexts(db, workspace, template);
          return true;
        });
  }

  /// False when there is none.
  public boolean remove(WorkspaceId workspace, TemplateId template) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("delete from template where workspace = ? and id = ?")
                    .params(workspace.value(), template.value())
                    .update()
                == 1);
  }

  private static Map<String, ?> params(WorkspaceId workspace, Template template) {
    return Map.of(
        "workspace",
        workspace.value(),
        "id",
        template.id().value(),
        "name",
        template.name(),
        "shortcut",
        template.shortcut());
  }

  private static String @Nullable [] channels(Template template) {
    var channels = template.channels();
    return channels == null ? null : channels.toArray(String[]::new);
  }

  private static Long @Nullable [] services(Template template) {
    var services = template.services();
    return services == null ? null : services.stream().map(ServiceId::value).toArray(Long[]::new);
  }

  private static void addTexts(JdbcClient db, WorkspaceId workspace, Template template) {
    for (var text : template.texts())
      db.sql("insert into template_text values (?, ?, ?, ?, ?)")
          .params(
              workspace.value(),
              template.id().value(),
              text.language(),
              text.subject(),
              text.text())
          .update();
  }

  private record Stored(long template, TemplateText text) {}

  private static Map<Long, List<TemplateText>> texts(JdbcClient db, WorkspaceId workspace) {
    return byTemplate(
        db
            .sql("select * from template_text where workspace = ? order by template, language")
            .param(workspace.value())
            .query(TemplateStore::text)
            .stream());
  }

  private static Map<Long, List<TemplateText>> texts(
      JdbcClient db, WorkspaceId workspace, TemplateId template) {
    return byTemplate(
        db
            .sql(
                "select * from template_text where workspace = ? and template = ? order by"
                    + " language")
            .params(workspace.value(), template.value())
            .query(TemplateStore::text)
            .stream());
  }

  private static Map<Long, List<TemplateText>> byTemplate(Stream<Stored> texts) {
    try (texts) {
      return texts.collect(
          Collectors.groupingBy(
              Stored::template, Collectors.mapping(Stored::text, Collectors.toList())));
    }
  }

  private static Stored text(ResultSet row, int number) throws SQLException {
    return new Stored(
        row.getLong("template"),
        new TemplateText(
            row.getString("language"), row.getString("subject"), row.getString("text")));
  }

  private static Template template(ResultSet row, Map<Long, List<TemplateText>> texts)
      throws SQLException {
    long id = row.getLong("id");
    Array channels = row.getArray("channels");
    Array services = row.getArray("services");
    return new Template(
        new TemplateId(id),
        row.getString("name"),
        row.getString("shortcut"),
        channels == null ? null : Arrays.asList((String[]) channels.getArray()),
        services == null
            ? null
            : Arrays.stream((Long[]) services.getArray()).map(ServiceId::new).toList(),
        texts.getOrDefault(id, List.of()),
        row.getLong("version"));
  }
}
