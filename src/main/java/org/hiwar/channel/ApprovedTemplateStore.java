package org.hiwar.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The approved templates of accounts: table `approved_template`.
@Component
public class ApprovedTemplateStore {
  private final Database database;

  public ApprovedTemplateStore(Database database) {
    this.database = database;
  }

  /// By name and language.
  public List<ApprovedTemplate> of(WorkspaceId workspace, AccountId account) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select name, language, header, body, footer, hindrance from approved_template
                    where workspace = ? and account = ? order by name, language\
                    """)
                .params(workspace.value(), account.value())
                .query(ApprovedTemplateStore::template)
                .list());
  }

  /// In place of the one with its name and language, if there is one.
  public void put(WorkspaceId workspace, AccountId account, ApprovedTemplate template) {
    database.in(
        workspace.value(),
        db -> {
          remove(db, workspace, account, template.name(), template.language());
          return add(db, workspace, account, template);
        });
  }

  /// False when there is none.
  public boolean remove(WorkspaceId workspace, AccountId account, String name, String language) {
    return database.in(
        workspace.value(), db -> remove(db, workspace, account, name, language) == 1);
  }

  /// From now on these, and no others.
  public void replace(WorkspaceId workspace, AccountId account, List<ApprovedTemplate> templates) {
    database.in(
        workspace.value(),
        db -> {
          db.sql("delete from approved_template where workspace = ? and account = ?")
              .params(workspace.value(), account.value())
              .update();
          for (var template : templates) add(db, workspace, account, template);
          return templates;
        });
  }

  private static int remove(
      JdbcClient db, WorkspaceId workspace, AccountId account, String name, String language) {
    return db.sql(
            """
            delete from approved_template where workspace = ? and account = ? and name = ? and language = ?\
            """)
        .params(workspace.value(), account.value(), name, language)
        .update();
  }

  private static int add(
      JdbcClient db, WorkspaceId workspace, AccountId account, ApprovedTemplate template) {
    return db.sql(
            """
            insert into approved_template (workspace, account, name, language, header, body, footer, hindrance)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (workspace, account, name, language) do nothing\
            """)
        .param(workspace.value())
        .param(account.value())
        .param(template.name())
        .param(template.language())
        .param(template.header())
        .param(template.body())
        .param(template.footer())
        .param(template.hindrance())
        .update();
  }

  private static ApprovedTemplate template(ResultSet row, int number) throws SQLException {
    return new ApprovedTemplate(
        row.getString("name"),
        row.getString("language"),
        row.getString("header"),
        row.getString("body"),
        row.getString("footer"),
        row.getString("hindrance"));
  }
}
