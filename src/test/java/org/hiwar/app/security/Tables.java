package org.hiwar.app.security;

import java.util.List;
import org.hiwar.testing.TestDatabase;

/// The tables of the database, from its own catalogue.
final class Tables {
  private Tables() {}

  static List<String> all() {
    return names("true");
  }

  static List<String> withWorkspace() {
    return names(
        "exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace'"
            + " and not a.attisdropped)");
  }

  static List<String> guarded() {
    return names(
        "c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where"
            + " p.polrelid = c.oid)");
  }

  private static List<String> names(String condition) {
    return TestDatabase.database()
        .inDirectory(
            db ->
                db.sql(
                        """
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind in ('r', 'p') and %s order by c.relname\
                        """
                            .formatted(condition))
                    .query(String.class)
                    .list());
  }
}
