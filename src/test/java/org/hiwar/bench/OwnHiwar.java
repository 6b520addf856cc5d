package org.hiwar.bench;

import com.zaxxer.hikari.util.DriverDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.testing.HiwarProcess;
import org.springframework.util.FileSystemUtils;

/// Hiwar in a process of its own with its embedded PostgreSQL, synced to the disk as in earnest, in
/// a data folder that is deleted at the end.
public final class OwnHiwar implements AutoCloseable {
  private final Path data;
  private final HiwarProcess process;
  private final URI server;

  private OwnHiwar(Path data, Map<String, String> more) {
    this.data = data;
    var settings = new HashMap<>(more);
    settings.putAll(
        Map.of("HIWAR_DATA", data.toString(), "SERVER_PORT", "0", "HIWAR_DEMO", "true"));
    process = HiwarProcess.startInEarnest(settings);
    server = URI.create(process.awaitAddress().replaceAll("/$", ""));
  }

  public static OwnHiwar start() throws IOException {
    return start(Map.of());
  }

  /// With further settings of its environment.
  public static OwnHiwar start(Map<String, String> settings) throws IOException {
    return new OwnHiwar(freshFolder(), settings);
  }

  /// Starts on what an earlier one has left.
  static OwnHiwar startOn(Path data) {
    return new OwnHiwar(data, Map.of());
  }

  /// A data folder that does not exist yet, on the disk of the working copy: a folder of the system
  /// may lie in memory.
  public static Path freshFolder() throws IOException {
    var place = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
    return place.resolve(Long.toString(System.nanoTime(), 36));
  }

  public URI server() {
    return server;
  }

  /// Everything it has written so far.
  public String said() {
    return process.said();
  }

  public ProcessHandle handle() {
    return process.handle();
  }

  /// Its own database, as the role that the application itself has.
  public Database database() throws IOException {
    var access = access();
    return new Database(
        new DriverDataSource(
            access.url(), null, new Properties(), access.user(), access.password()));
  }

  /// How to reach its database.
  public DatabaseAccess access() throws IOException {
    var port = Files.readAllLines(data.resolve("database/postmaster.pid")).get(3).strip();
    var password = Files.readString(data.resolve("database-password")).strip();
    return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/hiwar", "hiwar", password);
  }

  /// Ends it as an operator would, and keeps its data.
  void stop() throws InterruptedException {
    process.handle().destroy();
    process.awaitEnd();
  }

  @Override
  public void close() throws InterruptedException {
    if (process.handle().isAlive()) stop();
    process.close();
    FileSystemUtils.deleteRecursively(data.toFile());
  }
}
