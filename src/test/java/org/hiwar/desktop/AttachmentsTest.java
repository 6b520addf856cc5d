package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hiwar.conversation.Attachment;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.AttachmentLimits;
import org.hiwar.conversation.AttachmentStore;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.FileName;
import org.hiwar.conversation.FileType;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.conversation.NewFile;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Role;
import org.junit.jupiter.api.Test;

/// Files of messages: what agents upload, and what customers have sent.
class AttachmentsTest extends ApiTest {
  private static final byte[] PDF = "%PDF-1.7 booking".getBytes(StandardCharsets.US_ASCII);

  private final TestBrowser agent = logIn("agent");
  private final Attachments attachments = RunningHiwar.bean(Attachments.class);
  private final AttachmentStore store = RunningHiwar.bean(AttachmentStore.class);

  private Message message() {
    return new Message(
        new ConversationId(TestDatabase.ids().next()),
        1,
        new MessageId(TestDatabase.ids().next()),
        new InteractionId(TestDatabase.ids().next()),
        java.util.UUID.randomUUID(),
        Author.CUSTOMER,
        "text",
        java.time.Instant.now(),
        null,
        null);
  }

  @Test
  void whatIsUploadedIsGivenBackAsAFileToBeSavedAndToNobodyElseBeforeItIsSent() {
    var kept = agent.upload("/api/attachments?name=..%2Fbooking.html", PDF).expect(200).body();
    assertThat(kept.get("name").asString()).isEqualTo("booking.html");
    assertThat(kept.get("type").asString()).isEqualTo("application/pdf");
    assertThat(kept.get("bytes").asLong()).isEqualTo(PDF.length);
    var path = "/api/attachments/" + kept.get("id").asString();

    var given = agent.download(path);
    assertThat(given.body()).isEqualTo(PDF);
    assertThat(given.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(given.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(given.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(given.headers().firstValue("Accept-Ranges")).contains("bytes");

    workspace.user("colleague", Role.AGENT);
    var colleague = logIn("colleague");
    colleague.get(path).expect(404);
    colleague.delete(path).expect(404);
    agent.delete(path).expect(200);
    agent.get(path).expect(404);
  }

  @Test
  void whatIsEmptyTooLargeOrTooManyIsRefusedInWords() {
    assertThat(agent.upload("/api/attachments?name=a", new byte[0]).expect(422).problem())
        .isEqualTo("attachment-empty");
    assertThat(
            agent
                .upload("/api/attachments?name=a", new byte[AttachmentLimits.FILE_BYTES + 1])
                .expect(413)
                .problem())
        .isEqualTo("file-too-large");
    for (int i = 0; i < AttachmentLimits.UNSENT_FILES; i++)
      agent.upload("/api/attachments?name=a" + i, PDF).expect(200);
    assertThat(agent.upload("/api/attachments?name=more", PDF).expect(429).problem())
        .isEqualTo("files-too-many");
  }

  @Test
  void whatCameIsKeptOnceAndForEverybodyWhoSeesContacts() {
    var message = message();
    var files =
        List.of(
            new NewFile("a.pdf", "application/pdf", "", PDF),
            new NewFile("b.txt", "text/plain", "logo", PDF));
    attachments.came(workspaceId(), message, files);
    attachments.came(workspaceId(), message, files);

    var found =
        store
            .ofMessages(workspaceId(), List.of(message.id()))
            .getOrDefault(message.id(), List.of());
    assertThat(found).extracting(Attachment::name).containsExactly("a.pdf", "b.txt");
    assertThat(agent.download("/api/attachments/" + found.getFirst().id()).body()).isEqualTo(PDF);
    agent.delete("/api/attachments/" + found.getFirst().id()).expect(404);
  }

  @Test
  void whatWasAnnouncedIsReadyOrLostOnce() {
    var message = message();
    var announced =
        attachments.announced(workspaceId(), message, List.of("voice.ogg", "photo.jpg"));
    assertThat(attachments.announced(workspaceId(), message, List.of("other")))
        .isEqualTo(announced);
    AttachmentId voice = announced.getFirst().id();
    assertThat(announced).extracting(Attachment::state).containsOnly(Attachment.State.PENDING);
    agent.get("/api/attachments/" + voice).expect(404);

    byte[] ogg = "OggS and so on".getBytes(StandardCharsets.US_ASCII);
    assertThat(attachments.fetched(workspaceId(), voice, ogg)).isTrue();
    assertThat(attachments.fetched(workspaceId(), voice, PDF)).isFalse();
    assertThat(attachments.lost(workspaceId(), announced.getLast().id())).isTrue();
    assertThat(store.ofMessages(workspaceId(), List.of(message.id())).get(message.id()))
        .extracting(Attachment::state)
        .containsExactly(Attachment.State.READY, Attachment.State.FAILED);
    assertThat(agent.download("/api/attachments/" + voice).body()).isEqualTo(ogg);
    assertThat(store.find(workspaceId(), voice).orElseThrow().type()).isEqualTo("audio/ogg");
  }

  @Test
  void namesOfStrangersAreMadeSafe() {
    assertThat(FileName.safe("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileName.safe("C:\\secret\\a.txt")).isEqualTo("a.txt");
    assertThat(FileName.safe("photo\u202egpj.exe")).isEqualTo("photogpj.exe");
    assertThat(FileName.safe("a\r\nSet-Cookie: b\u0000.txt")).isEqualTo("a  Set-Cookie b .txt");
    assertThat(FileName.safe("...")).isEqualTo("file");
    assertThat(FileName.safe("فاتورة.pdf")).isEqualTo("فاتورة.pdf");
    assertThat(FileName.safe("a".repeat(500) + ".pdf"))
        .hasSize(AttachmentLimits.NAME_CHARACTERS)
        .endsWith(".pdf");
  }

  @Test
  void theTypeIsThatOfTheContentWhateverTheNameSays() {
    assertThat(FileType.of("<svg onload=alert(1)>".getBytes(), "a.svg")).isEqualTo("text/plain");
    var track = "0000ftypisom0000moovtrakhdlr0000";
    assertThat(FileType.of((track + "soun").getBytes(), "a.mp4")).isEqualTo("audio/mp4");
    assertThat(FileType.of((track + "soun" + track + "vide").getBytes(), "a.m4a"))
        .isEqualTo("video/mp4");
    assertThat(FileType.of(track.getBytes(), "a.mp4")).isEqualTo("video/mp4");
    assertThat(FileType.of("<html>".getBytes(), "a.png")).isEqualTo("text/plain");
    assertThat(FileType.of("a;b".getBytes(), "a.csv")).isEqualTo("text/csv");
    assertThat(FileType.of(new byte[] {'M', 'Z', 0}, "a.pdf"))
        .isEqualTo("application/octet-stream");
    assertThat(FileType.of("PK\u0003\u0004".getBytes(), "a.docx")).contains("wordprocessingml");
    byte[] arabic = "م".repeat(4_000).getBytes(StandardCharsets.UTF_8);
    assertThat(FileType.of(Arrays.copyOf(arabic, 4_097), "a.txt")).isEqualTo("text/plain");
  }
}
