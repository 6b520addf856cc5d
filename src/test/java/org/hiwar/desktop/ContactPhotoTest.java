package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.PhotoLimits;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.PhotoFiles;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The photo of a contact, from the file of an agent to the screen of everybody who sees the
/// contact.
class ContactPhotoTest extends ApiTest {
  private static final byte[] RED = PhotoFiles.of("png", 300, 400, Color.RED);
  private static final byte[] BLUE = PhotoFiles.of("jpeg", 700, 500, Color.BLUE);

  private final ContactId jane =
      RunningHiwar.bean(ContactStore.class).create(workspaceId(), "Jane Doe", "en").id();
  private final String contact = "/api/contacts/" + jane;
  private final TestBrowser agent = logIn("agent");

  private JsonNode contact() {
    return agent.get(contact).expect(200).body();
  }

  private String address() {
    return contact + "/photos/" + contact().get("photo").asString();
  }

  @Test
  void aPhotoIsShownWhereverTheContactIsAndAnotherTakesItsPlace() throws IOException {
    assertThat(contact().get("photo").isNull()).isTrue();
    long version = contact().get("version").asLong();
    agent.upload(contact + "/photo", RED).expect(200);
    var first = address();
    assertThat(contact().get("version").asLong()).isEqualTo(version + 1);
    var listed = agent.get("/api/contacts?query=Jane").expect(200).body();
    assertThat(listed.at("/items/0/photo").asString()).isEqualTo(contact().get("photo").asString());

    var given = agent.download(first);
    assertThat(given.statusCode()).isEqualTo(200);
    assertThat(given.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(given.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(given.headers().firstValue("Cache-Control").orElseThrow())
        .contains("private")
        .doesNotContain("public");
    assertThat(colour(given.body()).getRed()).isGreaterThan(240);

    agent.upload(contact + "/photo", BLUE).expect(200);
    assertThat(address()).isNotEqualTo(first);
    assertThat(colour(agent.download(address()).body()).getBlue()).isGreaterThan(240);
    agent.get(first).expect(404);

    var second = address();
    agent.delete(contact + "/photo").expect(200);
    assertThat(contact().get("photo").isNull()).isTrue();
    agent.get(second).expect(404);
  }

  private static Color colour(byte[] jpeg) throws IOException {
    return new Color(ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(100, 100));
  }

  @Test
  void whatIsNoPhotoIsRefusedInWordsAndTheOldOneStays() {
    agent.upload(contact + "/photo", RED).expect(200);
    var before = contact();

    refused(PhotoFiles.png(50_000, 50_000, 1), 422, "photo-too-many-pixels");
    refused("GIF89a <script>1</script>".getBytes(), 422, "photo-kind");
    refused("<html>no picture</html>".getBytes(), 422, "photo-kind");
    refused(new byte[0], 422, "photo-kind");
    refused(Arrays.copyOf(RED, 50), 422, "photo-unreadable");
    refused(Arrays.copyOf(BLUE, PhotoLimits.FILE_BYTES + 1), 413, "photo-too-large");

    assertThat(contact()).isEqualTo(before);
  }

  private void refused(byte[] file, int status, String code) {
    var answer = agent.upload(contact + "/photo", file).expect(status);
    assertThat(answer.problem()).isEqualTo(code);
    assertThat(answer.body().get("detail").asString()).endsWith(".");
  }

  @Test
  void nobodyElseSeesItOrChangesIt() {
    agent.upload(contact + "/photo", RED).expect(200);
    var address = address();
    stranger().get(address).expect(401);
    stranger().upload(contact + "/photo", RED).expect(401);

    var other = TestWorkspace.fresh();
    other.user("sam", Role.AGENT);
    var sam = other.logIn("sam");
    sam.get(address).expect(404);
    sam.upload(contact + "/photo", BLUE).expect(404);
    sam.delete(contact + "/photo").expect(404);
    assertThat(address()).isEqualTo(address);
  }

  @Test
  void whoChangedItIsInTheAuditLog() {
    agent.upload(contact + "/photo", RED).expect(200);
    agent.delete(contact + "/photo").expect(200);
    agent.delete(contact + "/photo").expect(200);

    var log =
        TestDatabase.database()
            .in(
                workspaceId().value(),
                db ->
                    db.sql("select what from audit_event where subject = ? order by id")
                        .param(jane.toString())
                        .query(String.class)
                        .list());
    assertThat(log).containsExactly("contact.photoSet", "contact.photoRemoved");
  }
}
