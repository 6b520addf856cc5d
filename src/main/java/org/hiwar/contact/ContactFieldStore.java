package org.hiwar.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The fields that a workspace has defined for its contacts.
@Component
public class ContactFieldStore {
  private final Database database;

  public ContactFieldStore(Database database) {
    this.database = database;
  }

  /// In the order in which they were made.
  public List<ContactField> all(WorkspaceId workspace) {
    return database.in(workspace.value(), db -> all(db, workspace));
  }

  static List<ContactField> all(JdbcClient db, WorkspaceId workspace) {
    return db.sql(
            """
            select id, key, name_ar, name_en, type, choices, shown from contact_field where workspace = ? order by id\
            """)
        .param(workspace.value())
        .query(ContactFieldStore::field)
        .list();
  }

  /// Whether it was added: another one may have its key, or there are as many as there may be.
  public boolean add(WorkspaceId workspace, ContactField field) {
    try {
      return database.in(
          workspace.value(),
          db ->
              db.sql(
                          """
                          insert into contact_field (workspace, id, key, name_ar, name_en, type, choices, shown)
                          select ?, ?, ?, ?, ?, ?, ?, ? where (select count(*) from contact_field where workspace = ?) < ?\
                          """)
                      .params(workspace.value(), field.id().value(), field.key())
                      .params(field.nameAr(), field.nameEn(), field.type().name())
                      .param(field.choices().toArray(String[]::new))
                      .params(field.shown(), workspace.value(), ContactLimits.FIELDS)
                      .update()
                  > 0);
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /// Names, choices and whether it is shown; key and type stay, values are kept by them. Whether
  /// there is such a field.
  public boolean change(WorkspaceId workspace, ContactField field) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        update contact_field set name_ar = ?, name_en = ?, choices = ?, shown = ? where workspace = ? and id = ?\
                        """)
                    .params(field.nameAr(), field.nameEn())
                    .param(field.choices().toArray(String[]::new))
                    .params(field.shown(), workspace.value(), field.id().value())
                    .update()
                > 0);
  }

  private static ContactField field(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new ContactField(
        new ContactFieldId(row.getLong("id")),
        row.getString("key"),
        row.getString("name_ar"),
        row.getString("name_en"),
        ContactFieldType.valueOf(row.getString("type")),
        List.of((String[]) row.getArray("choices").getArray()),
        row.getBoolean("shown"));
  }
}
