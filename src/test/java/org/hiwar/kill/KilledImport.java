package org.hiwar.kill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A file of contacts that comes in while the server is killed, and comes once more.
final class KilledImport {
  private static final int CONTACTS = 16_000;
  private static final String PATH = "/api/contact-imports";
  private static final String THEIRS = "contact where name like 'Brought %'";

  private final Installation hiwar;
  private final Rows rows;
  private @Nullable AgentClient admin;
  private String begun = "";
  private long brought;

  KilledImport(Installation hiwar) {
    this.hiwar = hiwar;
    rows = new Rows(hiwar);
  }

  /// The first of them are in, and the next cannot be counted before what is returned is closed or
  /// the database ends.
  Rows.Held begin() {
    admin = AgentClient.logIn(hiwar.address(), "demo", "admin", "admin-demo");
    begun = bring();
    return rows.hold("contact_import where state = 'RUNNING' and rows_read > 0");
  }

  /// Told by the next server, with as many as are there; returns how many.
  long isInterrupted() {
    var standing = standing();
    assertThat(standing.get("state").asString()).isEqualTo("FAILED");
    assertThat(standing.get("problem").asString()).isEqualTo("interrupted");
    brought = standing.at("/counts/added").asLong();
    assertThat(brought).isPositive().isLessThan(CONTACTS);
    assertThat(rows.count(THEIRS)).isEqualTo(brought);
    return brought;
  }

  /// Who is there stays, the others are added.
  void comesAgain() {
    begun = bring();
    Await.until(() -> !standing().get("state").asString().equals("RUNNING"));
    assertThat(standing().get("state").asString()).isEqualTo("DONE");
    assertThat(counted("kept")).isEqualTo(brought);
    assertThat(counted("added")).isEqualTo(CONTACTS - brought);
    assertThat(rows.count(THEIRS)).isEqualTo(CONTACTS);
  }

  private String bring() {
    var file =
        IntStream.range(0, CONTACTS)
            .mapToObj(i -> "Brought %1$d,brought-%1$d@customer.example".formatted(i))
            .collect(Collectors.joining("\n", "name,email\n", "\n"));
    return admin()
        .post(PATH + "?fileName=a.csv&known=KEEP&columns=NAME,EMAIL", file.getBytes(UTF_8))
        .ok()
        .body()
        .get("id")
        .asString();
  }

  private JsonNode standing() {
    return admin().get(PATH + "/" + begun).ok().body().get("standing");
  }

  private long counted(String what) {
    return standing().at("/counts/" + what).asLong();
  }

  private AgentClient admin() {
    return Objects.requireNonNull(admin);
  }
}
