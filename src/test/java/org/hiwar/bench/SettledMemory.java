package org.hiwar.bench;

import java.nio.file.Path;

/// Resident memory of a process in kB, when all is quiet and its garbage was collected twice.
public final class SettledMemory {
  private static final long SETTLE_MS = 2_000;

  private SettledMemory() {}

  @FunctionalInterface
  interface Collection {
    void run() throws Exception;
  }

  static long kb(ProcessHandle server, Collection garbage) throws Exception {
    for (int i = 0; i < 2; i++) {
      Thread.sleep(SETTLE_MS);
      garbage.run();
    }
    Thread.sleep(SETTLE_MS);
    return Machine.residentKb(server.pid());
  }

  /// Of a Java process.
  public static long kb(ProcessHandle server) throws Exception {
    return kb(server, () -> collectGarbage(server));
  }

  private static void collectGarbage(ProcessHandle server) throws Exception {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    int code =
        new ProcessBuilder(jcmd, Long.toString(server.pid()), "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (code != 0) throw new IllegalStateException("jcmd ended with " + code);
  }
}
