package org.hiwar.voice.call;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hiwar.kill.Installation;
import org.hiwar.platform.database.Database;
import org.hiwar.testing.AgentClient;
import org.hiwar.voice.sip.Sipp;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// Hiwar in a process of its own, with its demo workspace, that is called over a trunk of the test;
/// every call is recorded without a word.
final class KilledCentre implements AutoCloseable {
  private static final String ADDRESS = "127.7.2.1";

  private final Path data;
  private final Installation hiwar;
  private final Telephone telephone;
  private volatile HikariDataSource pool;
  private final WorkspaceId workspace;
  private final String service;

  /// @param folder what an earlier run has left there is deleted
  KilledCentre(Path folder, int hertz) throws IOException {
    FileSystemUtils.deleteRecursively(folder);
    data = Files.createDirectories(folder).resolve("data").toAbsolutePath();
    var sip = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Sipp.freePort());
    hiwar = new Installation(data, Map.of("HIWAR_SIP_PORT", Integer.toString(sip.getPort())));
    hiwar.start();
    telephone = new Telephone(ADDRESS, hertz, sip);
    pool = hiwar.database().pool("test");
    workspace =
        new WorkspaceId(
            database()
                .inDirectory(
                    db ->
                        db.sql("select id from workspace where slug = 'demo'")
                            .query(Long.class)
                            .single()));
    try (var admin = logIn("admin")) {
      service = serviceOf(admin);
      open(admin);
    }
  }

  /// The service that the demo's first number leads to.
  private static String serviceOf(AgentClient admin) {
    return admin.get("/api/phone-numbers").ok().body().at("/0/service").asString();
  }

  private void open(AgentClient admin) {
    var trunk =
        admin
            .send(
                "POST",
                "/api/trunks",
                Map.of(
                    "name",
                    "Test",
                    "position",
                    0,
                    "host",
                    ADDRESS,
                    "port",
                    telephone.address().getPort(),
                    "transport",
                    "UDP",
                    "registers",
                    false,
                    "checked",
                    false,
                    "followsRedirects",
                    false,
                    "alsoFrom",
                    List.of()))
            .ok()
            .body();
    var number =
        admin
            .send(
                "POST",
                "/api/phone-numbers",
                Map.of(
                    "trunk",
                    trunk.get("id").asString(),
                    "number",
                    CallWorkspace.NUMBER,
                    "service",
                    service))
            .ok()
            .body();
    admin
        .send(
            "PUT",
            "/api/services/" + service + "/voice",
            Map.of("callerId", number.get("id").asString(), "recording", "ON"))
        .ok();
    admin
        .send(
            "PUT",
            "/api/call-limits",
            Map.of(
                "country",
                "DE",
                "openCountries",
                List.of(),
                "opensPremium",
                false,
                "opensLocal",
                false,
                "callsAMinute",
                500,
                "callsAtOnce",
                100))
        .ok();
  }

  Telephone telephone() {
    return telephone;
  }

  String service() {
    return service;
  }

  WorkspaceId workspace() {
    return workspace;
  }

  Database database() {
    return new Database(pool);
  }

  /// Below it are the files of recordings.
  Path recordings() {
    return data.resolve("recordings");
  }

  Installation installation() {
    return hiwar;
  }

  /// Where it listens.
  URI address() {
    return hiwar.address();
  }

  AgentClient logIn(String login) {
    return AgentClient.logIn(hiwar.address(), "demo", login, login + "-demo");
  }

  DeskPhone agent(String login, int hertz) throws IOException {
    return new DeskPhone(logIn(login), hertz);
  }

  /// kill -9
  void kill() throws InterruptedException {
    hiwar.killServer();
  }

  /// The next process has the same data, and its database may be another one.
  void startAgain() throws IOException {
    hiwar.start();
    reconnect();
  }

  /// Its database was started again.
  void reconnect() throws IOException {
    pool.close();
    pool = hiwar.database().pool("test");
  }

  /// Asks the database for a number; the workspace is the only parameter.
  int count(String sql) {
    return database()
        .in(
            workspace.value(),
            db -> db.sql(sql).param(workspace.value()).query(Integer.class).single());
  }

  String said() {
    return hiwar.said();
  }

  static JsonNode newestActivity(AgentClient agent, String contact) {
    return agent.get("/api/contacts/" + contact + "/activities").ok().body().at("/items/0");
  }

  @Override
  public void close() {
    telephone.close();
    pool.close();
    hiwar.close();
  }
}
