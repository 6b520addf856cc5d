package org.hiwar.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hiwar.conversation.AttachmentLimits;
import org.hiwar.conversation.VisitorFiles;
import org.hiwar.conversation.VisitorFiles.Upload;
import org.hiwar.platform.DataFolder;
import org.hiwar.testing.AgentClient;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.VisitorClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files in web chats: from visitors, whoever they are, and to them.
class VisitorFilesTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final byte[] PDF = "%PDF-1.7 booking".getBytes(US_ASCII);
  private static final byte[] GIF = "GIF89a=1;alert(document.domain)//".getBytes(ISO_8859_1);

  private final ChatWorkspace shop = ChatWorkspace.fresh();

  private String files() {
    return RunningHiwar.origin()
        + "/api/chat/"
        + shop.slug()
        + "/"
        + ChatWorkspace.ENTRY
        + "/files";
  }

  private static HttpRequest.Builder as(@Nullable String token, String address) {
    var request = HttpRequest.newBuilder(URI.create(address));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> upload(@Nullable String token, String name, byte[] content) {
    return sent(
        as(token, files() + "?name=" + URLEncoder.encode(name, UTF_8))
            .header("Origin", RunningHiwar.origin())
            .POST(BodyPublishers.ofByteArray(content)));
  }

  private static HttpResponse<String> sent(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String uploaded(VisitorClient visitor, String name, byte[] content) {
    var answer = upload(visitor.token(), name, content);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body()).get("id").asString();
  }

  private static String code(HttpResponse<String> answer) {
    var type = JsonMapper.shared().readTree(answer.body()).path("type").asString();
    return answer.statusCode() + " " + type.replace("urn:hiwar:problem:", "");
  }

  private HttpResponse<byte[]> given(@Nullable String token, String file) throws Exception {
    return HTTP.send(as(token, files() + "/" + file).build(), BodyHandlers.ofByteArray());
  }

  private static void say(VisitorClient visitor, String text, String... files) {
    var answer =
        visitor.say(UUID.randomUUID(), text, List.of(files)).orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(answer.get("type").asString()).isEqualTo("stored");
  }

  @Test
  void aFileOfAVisitorGoesWithTheMessageToTheAgentAndOneOfTheAgentBack() throws Exception {
    try (var visitor = shop.visitor("en");
        var tab = new VisitorClient(URI.create(RunningHiwar.origin()), shop.slug(), "web");
        var agent = shop.agent("sam", "en");
        var _ = agent.openDesk()) {
      visitor.connect();
      agent.ready().ok();
      var file = uploaded(visitor, "../booking.pdf", PDF);
      assertThat(given(visitor.token(), file).body()).as("before it is sent").isEqualTo(PDF);
      say(visitor, "booking.pdf", file);
      Await.until(() -> !filesOf(visitor).isEmpty());
      assertThat(filesOf(visitor).getFirst().get("name").asString()).isEqualTo("booking.pdf");

      Await.until(() -> agent.snapshot().toString().contains("\"state\":\"OFFERED\""));
      var interaction = agent.snapshot().at("/conversations/0/interactions/0");
      agent.accept(interaction.get("id").asString(), interaction.at("/offer/number").asInt()).ok();
      var message = agent.snapshot().at("/conversations/0/messages/0");
      assertThat(message.at("/files/0/type").asString()).isEqualTo("application/pdf");
      assertThat(message.at("/files/0/id").asString()).isEqualTo(file);

      var answer = agent.upload("ticket.gif", GIF).ok().body().get("id").asString();
      var conversation = agent.snapshot().at("/conversations/0/id").asString();
      write(agent, conversation, interaction.get("id").asString(), answer);
      Await.until(() -> filesOf(visitor).size() == 2);
      assertThat(filesOf(visitor).getLast().get("type").asString()).isEqualTo("image/gif");
      assertThat(given(visitor.token(), answer).body()).isEqualTo(GIF);

      visitor.close();
      visitor.connectAnew();
      Await.until(() -> filesOf(visitor).size() == 2);
      tab.connect();
      assertThat(given(tab.token(), answer).statusCode()).as("of another visitor").isEqualTo(404);
      assertThat(given(tab.token(), file).statusCode()).isEqualTo(404);
      assertThat(given(null, answer).statusCode()).isEqualTo(404);
    }
  }

  /// As last told.
  private static List<JsonNode> filesOf(VisitorClient visitor) {
    var told = visitor.heard("files");
    return told.isEmpty() ? List.of() : told.getLast().get("files").valueStream().toList();
  }

  private static void write(
      AgentClient agent, String conversation, String interaction, String... files) {
    agent
        .send(
            "POST",
            "/api/conversations/" + conversation + "/messages",
            Map.of(
                "id",
                UUID.randomUUID().toString(),
                "interaction",
                interaction,
                "text",
                "Your ticket",
                "files",
                List.of(files)))
        .ok();
  }

  /// Whichever was uploaded first.
  @Test
  void filesStandAsTheirSenderPutThem() throws Exception {
    try (var visitor = shop.visitor("en");
        var agent = shop.agent("sam", "en");
        var _ = agent.openDesk()) {
      visitor.connect();
      agent.ready().ok();
      var second = uploaded(visitor, "second.pdf", PDF);
      var first = uploaded(visitor, "first.gif", GIF);
      say(visitor, "Both", first, second);
      Await.until(() -> filesOf(visitor).size() == 2);
      assertThat(names(filesOf(visitor))).containsExactly("first.gif", "second.pdf");

      Await.until(() -> agent.snapshot().toString().contains("\"state\":\"OFFERED\""));
      var interaction = agent.snapshot().at("/conversations/0/interactions/0");
      agent.accept(interaction.get("id").asString(), interaction.at("/offer/number").asInt()).ok();
      var seen = agent.snapshot().at("/conversations/0/messages/0/files").valueStream().toList();
      assertThat(names(seen)).containsExactly("first.gif", "second.pdf");

      var later = agent.upload("later.gif", GIF).ok().body().get("id").asString();
      var sooner = agent.upload("sooner.gif", GIF).ok().body().get("id").asString();
      var conversation = agent.snapshot().at("/conversations/0/id").asString();
      write(agent, conversation, interaction.get("id").asString(), sooner, later);
      Await.until(() -> filesOf(visitor).size() == 4);
      assertThat(names(filesOf(visitor)))
          .containsExactly("first.gif", "second.pdf", "sooner.gif", "later.gif");
    }
  }

  private static List<String> names(List<JsonNode> files) {
    return files.stream().map(file -> file.get("name").asString()).toList();
  }

  /// What is a picture to one program and a page or a script to another.
  @Test
  void whatIsMadeToRunIsRefusedOrGivenOutAsAFileThatRunsNowhere() throws Exception {
    try (var visitor = shop.visitor("en")) {
      visitor.connect();
      var taken =
          Map.of(
              "picture.gif", GIF,
              "photo.png", "<html><script>alert(1)</script>".getBytes(US_ASCII),
              "drawing.png", "<svg onload='alert(1)' xmlns='x'/>".getBytes(US_ASCII),
              "both.pdf", "%PDF-1.7 PK\u0003\u0004 in one".getBytes(US_ASCII),
              "archive.zip", "PK\u0003\u0004%PDF-1.7 in one".getBytes(US_ASCII));
      for (var one : taken.entrySet()) {
        var id = uploaded(visitor, one.getKey(), one.getValue());
        var answer = given(visitor.token(), id);
        assertThat(answer.body()).isEqualTo(one.getValue());
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Disposition").orElseThrow())
            .startsWith("attachment");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
            .startsWith("sandbox");
        assertThat(headers.firstValue("Content-Type").orElseThrow())
            .as(one.getKey())
            .doesNotContain("html", "svg", "xml", "script");
      }
      for (var name : List.of("a.html", "a.svg", "invoice.pdf.exe", "a.JS", "a.hta"))
        assertThat(code(upload(visitor.token(), name, PDF)))
            .as(name)
            .isEqualTo("422 visitor-file-not-allowed");
      assertThat(code(upload(visitor.token(), "a.pdf", new byte[] {'M', 'Z', 0, 1})))
          .as("a program named as a document")
          .isEqualTo("422 visitor-file-not-allowed");
      assertThat(code(upload(visitor.token(), "\u202efdp.exe", PDF)))
          .isEqualTo("422 visitor-file-not-allowed");
    }
  }

  @Test
  void onlyTheVisitorAndPagesOfTheEntryMayUploadAndWhereItIsOffNobody() throws Exception {
    try (var visitor = shop.visitor("en")) {
      visitor.connect();
      assertThat(upload(null, "a.pdf", PDF).statusCode()).isEqualTo(404);
      assertThat(upload("v1.forged.token", "a.pdf", PDF).statusCode()).isEqualTo(404);
      var foreign =
          as(visitor.token(), files() + "?name=a.pdf")
              .header("Origin", "https://elsewhere.example")
              .POST(BodyPublishers.ofByteArray(PDF));
      assertThat(sent(foreign).statusCode()).isEqualTo(404);
      var asked =
          HttpRequest.newBuilder(URI.create(files() + "?name=a.pdf"))
              .header("Origin", "https://shop.example")
              .header("Access-Control-Request-Method", "POST")
              .header("Access-Control-Request-Headers", "authorization,content-type")
              .method("OPTIONS", BodyPublishers.noBody());
      assertThat(sent(asked).statusCode()).as("browsers ask first").isEqualTo(200);

      var mine = uploaded(visitor, "a.pdf", PDF);
      assertThat(removed(visitor.token(), mine)).isEqualTo(204);
      assertThat(removed(visitor.token(), mine)).isEqualTo(404);
      assertThat(given(visitor.token(), mine).statusCode()).isEqualTo(404);

      TestDatabase.database()
          .in(
              shop.workspace().value(),
              db -> db.sql("update chat_entry set files = false").update());
      assertThat(code(upload(visitor.token(), "a.pdf", PDF))).isEqualTo("409 visitor-files-off");
    }
  }

  private int removed(@Nullable String token, String file) {
    return sent(as(token, files() + "/" + file).header("Origin", RunningHiwar.origin()).DELETE())
        .statusCode();
  }

  @Test
  void whatIsTooMuchIsRefusedAndNothingOfItStays() throws Exception {
    try (var visitor = shop.visitor("en");
        var other = shop.visitor("en")) {
      visitor.connect();
      other.connect();
      assertThat(code(upload(visitor.token(), "a.txt", new byte[0])))
          .isEqualTo("422 attachment-empty");
      for (int i = 0; i < AttachmentLimits.VISITOR_FILES; i++)
        uploaded(visitor, "a" + i + ".pdf", PDF);
      assertThat(code(upload(visitor.token(), "more.pdf", PDF)))
          .isEqualTo("409 visitor-files-too-many");
      uploaded(other, "a.pdf", PDF);
    }
    var store = RunningHiwar.bean(VisitorFiles.class);
    var large = new byte[AttachmentLimits.FILE_BYTES + 1];
    assertThat(store.upload(shop.workspace(), "v", "a.pdf", new ByteArrayInputStream(large)))
        .isInstanceOf(Upload.TooLarge.class);
    Await.until(() -> unfinished() == 0);
  }

  private static long unfinished() {
    var folder = RunningHiwar.bean(DataFolder.class).path().resolve("attachments");
    try (var all = Files.list(folder)) {
      return all.map(Path::getFileName).filter(f -> f.toString().startsWith("unfinished")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A line that breaks in the middle, and one visitor who sends more at a time than one may.
  @Test
  void anUploadThatBreaksOffLeavesNothingAndTooManyAtATimeAreRefused() throws Exception {
    var store = RunningHiwar.bean(VisitorFiles.class);
    var broken =
        new InputStream() {
          private int left = 100_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) throw new IOException("the line is gone");
            return 'a';
          }
        };
    var thrown = new AtomicBoolean();
    try {
      store.upload(shop.workspace(), "v", "a.txt", broken);
    } catch (IOException e) {
      thrown.set(true);
    }
    assertThat(thrown).isTrue();

    var held = new CountDownLatch(1);
    var reading = new CountDownLatch(AttachmentLimits.VISITOR_UPLOADS);
    for (int i = 0; i < AttachmentLimits.VISITOR_UPLOADS; i++)
      Thread.ofVirtual().start(() -> slow(store, held, reading));
    assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(store.upload(shop.workspace(), "v", "a.pdf", new ByteArrayInputStream(PDF)))
        .isInstanceOf(Upload.TooMany.class);
    assertThat(store.upload(shop.workspace(), "w", "a.pdf", new ByteArrayInputStream(PDF)))
        .as("of another visitor")
        .isInstanceOf(Upload.Kept.class);
    held.countDown();
    Await.until(
        () ->
            Objects.requireNonNull(
                    TestDatabase.database()
                        .in(
                            shop.workspace().value(),
                            db ->
                                db.sql("select count(*) from attachment where visitor = 'v'")
                                    .query(Long.class)
                                    .single()))
                == AttachmentLimits.VISITOR_UPLOADS);
    Await.until(() -> unfinished() == 0);
  }

  private void slow(VisitorFiles store, CountDownLatch held, CountDownLatch reading) {
    var content =
        new ByteArrayInputStream(PDF) {
          @Override
          public synchronized int read(byte[] into, int from, int length) {
            reading.countDown();
            try {
              held.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return super.read(into, from, length);
          }
        };
    try {
      store.upload(shop.workspace(), "v", "a.pdf", content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
