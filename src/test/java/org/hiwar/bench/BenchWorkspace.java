package org.hiwar.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.hiwar.platform.database.Database;

/// A workspace with one service for chats and many agents, each logged in already: written into the
/// database before the application has seen the workspace, because hashing hundreds of passwords
/// would take minutes.
///
/// @param cookies of the agents' sessions, one each
record BenchWorkspace(String slug, String entry, List<String> cookies) {
  private static final String ENTRY = "web";

  static BenchWorkspace in(Database database, int agents) {
    return database.inDirectory(
        db -> {
          var rows = new BenchRows(db);
          long service = rows.service("Orders", "CHAT", true);
          rows.entry(ENTRY, service);
          var skills = List.of(service, rows.language());
          var cookies =
              IntStream.range(0, agents)
                  .mapToObj(i -> rows.user("agent" + i, "AGENT", skills))
                  .toList();
          return new BenchWorkspace(rows.slug(), ENTRY, cookies);
        });
  }
}
