package org.hiwar.messenger.stub;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Files that went through the provider, in memory: the newest, as many as there is room for.
final class StubFiles {
  private static final int MOST = 200;
  private static final long MOST_BYTES = 100L * 1024 * 1024;

  private final Map<String, StubFile> files = new LinkedHashMap<>();
  private long bytes;

  synchronized void keep(String id, StubFile file) {
    files.put(id, file);
    bytes += file.content().length;
    while (files.size() > MOST || bytes > MOST_BYTES) {
      var eldest = files.values().iterator();
      bytes -= eldest.next().content().length;
      eldest.remove();
    }
  }

  /// Empty: there is none, or it has made room for others.
  synchronized Optional<StubFile> find(String id) {
    return Optional.ofNullable(files.get(id));
  }
}
