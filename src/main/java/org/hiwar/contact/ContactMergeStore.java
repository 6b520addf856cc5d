package org.hiwar.contact;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes that contacts are one, and that they are two again: of the contacts themselves. What they
/// did is in the hands of the conversations.
///
/// A contact that goes into another keeps its row, addresses and photo, and says into which it went
/// (docs/adr/0025). All within a transaction of the caller, who has locked both ([#lock]).
@Component
public class ContactMergeStore {
  private static final String SELECT =
      """
      select id, kept, gone, by_user, at, took, conversations, beside, undone_at is not null as undone
      from contact_merge where workspace = ? and \
      """;

  private final Database database;

  public ContactMergeStore(Database database) {
    this.database = database;
  }

  /// How a contact stands, at the time of the lock.
  ///
  /// @param merged it has gone into another
  public record Locked(ContactId id, long version, boolean merged) {}

  /// Those of the two that exist, by id. Until the transaction ends nobody changes them, and no
  /// conversation begins with either.
  public List<Locked> lock(WorkspaceId workspace, ContactId one, ContactId other) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id, version, merged_into is not null as merged from contact
                    where workspace = ? and id in (?, ?) order by id for update\
                    """)
                .params(workspace.value(), one.value(), other.value())
                .query(
                    (row, _) ->
                        new Locked(
                            new ContactId(row.getLong("id")),
                            row.getLong("version"),
                            row.getBoolean("merged")))
                .list());
  }

  /// How many contacts are one with this one, itself included.
  public int size(WorkspaceId workspace, ContactId contact) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select count(*) from contacts_of(?, ?)")
                .params(workspace.value(), contact.value())
                .query(Integer.class)
                .single());
  }

  /// The contact goes into the other, with all that have gone into it.
  public void merge(WorkspaceId workspace, ContactMerge merge) {
    database.in(
        workspace.value(),
        db -> {
          note(db, workspace, merge);
          take(db, workspace, merge);
          db.sql(
                  """
                  update contact set merged_into = ?, version = version + 1 where workspace = ? and (id = ? or merged_into = ?)\
                  """)
              .params(
                  merge.kept().value(),
                  workspace.value(),
                  merge.gone().value(),
                  merge.gone().value())
              .update();
          return changed(db, workspace, merge.kept());
        });
  }

  private static void note(JdbcClient db, WorkspaceId workspace, ContactMerge merge) {
    db.sql(
            """
            insert into contact_merge (workspace, id, kept, gone, by_user, at, took, conversations, beside,
              name_before, name_set, language_before, language_set, photo_before, photo_set, last_activity_before)
            select k.workspace, ?, k.id, g.id, ?, ?, ?, ?, ?, k.name, g.name, k.language, g.language,
              k.photo_of, coalesce(g.photo_of, g.id), k.last_activity_at
            from contact k join contact g on g.workspace = k.workspace and g.id = ? where k.workspace = ? and k.id = ?\
            """)
        .param(merge.id().value())
        .param(merge.by().value())
        .param(at(merge.at()))
        .param(merge.took().stream().map(MergedField::name).toArray(String[]::new))
        .param(merge.conversations().toArray(Long[]::new))
        .param(merge.beside().toArray(Long[]::new))
        .param(merge.gone().value())
        .param(workspace.value())
        .param(merge.kept().value())
        .update();
  }

  private static void take(JdbcClient db, WorkspaceId workspace, ContactMerge merge) {
    var fields =
        merge.took().stream()
            .map(field -> ", %s = m.%s_set".formatted(field.column, field.noted))
            .sorted()
            .collect(Collectors.joining());
    db.sql(
            """
            update contact k set last_activity_at = greatest(k.last_activity_at, g.last_activity_at)%s
            from contact_merge m join contact g on g.workspace = m.workspace and g.id = m.gone
            where m.workspace = ? and m.id = ? and k.workspace = m.workspace and k.id = m.kept\
            """
                .formatted(fields))
        .params(workspace.value(), merge.id().value())
        .update();
  }

  /// They are two again. What was chosen of the other goes, unless somebody has written something
  /// else since; of several mergings the later ones keep what they chose.
  public void undo(WorkspaceId workspace, ContactMerge merge, UserId by, Instant at) {
    database.in(
        workspace.value(),
        db -> {
          for (var field : merge.took()) giveBack(db, workspace, merge, field);
          db.sql(
                  """
                  update contact set merged_into = nullif(?, id), version = version + 1 where workspace = ? and id = any(?)\
                  """)
              .param(merge.gone().value())
              .param(workspace.value())
              .param(values(part(db, workspace, merge)))
              .update();
          db.sql(
                  """
                  update contact_merge set undone_by = ?, undone_at = ? where workspace = ? and id = ? and undone_at is null\
                  """)
              .params(by.value(), at(at), workspace.value(), merge.id().value())
              .update();
          changed(db, workspace, merge.gone());
          return changed(db, workspace, merge.kept());
        });
  }

  private static void giveBack(
      JdbcClient db, WorkspaceId workspace, ContactMerge merge, MergedField field) {
    int passed =
        db.sql(
                """
                update contact_merge l set %1$s_before = m.%1$s_before from contact_merge m
                where m.workspace = ? and m.id = ? and l.workspace = m.workspace and l.id = (
                  select min(n.id) from contact_merge n
                  where n.workspace = m.workspace and n.kept = m.kept and n.id > m.id and n.undone_at is null and ? = any(n.took))
                and l.%1$s_before is not distinct from m.%1$s_set\
                """
                    .formatted(field.noted))
            .params(workspace.value(), merge.id().value(), field.name())
            .update();
    if (passed > 0) return;
    db.sql(
            """
            update contact k set %1$s = m.%2$s_before from contact_merge m
            where m.workspace = ? and m.id = ? and k.workspace = m.workspace and k.id = m.kept
            and k.%1$s is not distinct from m.%2$s_set and not exists (
              select from contact_merge n
              where n.workspace = m.workspace and n.kept = m.kept and n.id > m.id and n.undone_at is null and ? = any(n.took))\
            """
                .formatted(field.column, field.noted))
        .params(workspace.value(), merge.id().value(), field.name())
        .update();
  }

  /// The contact that has gone, and all that had gone into it.
  public List<ContactId> part(WorkspaceId workspace, ContactMerge merge) {
    return database.in(workspace.value(), db -> part(db, workspace, merge));
  }

  private static List<ContactId> part(JdbcClient db, WorkspaceId workspace, ContactMerge merge) {
    return db.sql(
            """
            with recursive part(id) as (
              select ?::bigint union
              select m.gone from part p join contact_merge m on m.workspace = ? and m.kept = p.id and m.undone_at is null)
            select id from part order by id\
            """)
        .params(merge.gone().value(), workspace.value())
        .query((row, _) -> new ContactId(row.getLong(1)))
        .list();
  }

  private static Long[] values(List<ContactId> contacts) {
    return contacts.stream().map(ContactId::value).toArray(Long[]::new);
  }

  public Optional<ContactMerge> find(WorkspaceId workspace, ContactMergeId merge) {
    return read(workspace, "id = ?", merge.value()).stream().findFirst();
  }

  /// Those that hold of this contact and were not before `since`, the latest first.
  public List<ContactMerge> of(WorkspaceId workspace, ContactId kept, Instant since) {
    var which =
        "kept = ? and undone_at is null and at >= ? order by id desc limit " + ContactLimits.MERGED;
    return read(workspace, which, kept.value(), at(since));
  }

  /// By id, whoever they have gone into.
  public Optional<String> nameOf(WorkspaceId workspace, ContactId contact) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select name from contact where workspace = ? and id = ? and name is not null")
                .params(workspace.value(), contact.value())
                .query(String.class)
                .optional());
  }

  private List<ContactMerge> read(WorkspaceId workspace, String which, Object... values) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + which)
                .param(workspace.value())
                .params(values)
                .query(ContactMergeStore::merge)
                .list());
  }

  /// A new version, and what a search looks into made anew.
  private static boolean changed(JdbcClient db, WorkspaceId workspace, ContactId contact) {
    ContactStore.saved(db, workspace, contact);
    return true;
  }

  private static ContactMerge merge(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new ContactMerge(
        new ContactMergeId(row.getLong("id")),
        new ContactId(row.getLong("kept")),
        new ContactId(row.getLong("gone")),
        new UserId(row.getLong("by_user")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Stream.of((String[]) row.getArray("took").getArray())
            .map(MergedField::valueOf)
            .collect(Collectors.toSet()),
        ids(row.getArray("conversations")),
        ids(row.getArray("beside")),
        row.getBoolean("undone"));
  }

  private static List<Long> ids(@Nullable Array column) throws SQLException {
    return column == null ? List.of() : Arrays.asList((Long[]) column.getArray());
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
