package org.hiwar.conversation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was uploaded and never sent has its end, whoever has uploaded it.
class UnsentFilesTest {
  private static final byte[] PDF = "%PDF-1.7 booking".getBytes(US_ASCII);
  private static final PageVisitor VISITOR = new PageVisitor("web", "v1");

  private final Scene scene = new Scene();

  @TempDir Path folder;

  @AfterEach
  void close() {
    scene.close();
  }

  private AttachmentStore rows() {
    return new AttachmentStore(scene.database);
  }

  private Attachments attachments(Clock clock) {
    return new Attachments(rows(), folder, TestDatabase.ids(), clock);
  }

  private VisitorFiles visitors() {
    var store = new VisitorFileStore(scene.database);
    var clock = Clock.systemUTC();
    return new VisitorFiles(store, rows(), folder, attachments(clock), TestDatabase.ids(), clock);
  }

  private AttachmentId fromVisitor() throws IOException {
    var content = new ByteArrayInputStream(PDF);
    var upload = visitors().upload(scene.workspace, VISITOR.visitor(), "booking.pdf", content);
    return ((VisitorFiles.Upload.Kept) upload).file().id();
  }

  private AttachmentId fromAgent() {
    var upload =
        attachments(Clock.systemUTC()).upload(scene.workspace, scene.amal, "booking.pdf", PDF);
    return ((Attachments.Upload.Kept) upload).file().id();
  }

  private Path content(AttachmentId file) {
    return folder.resolve(scene.workspace + "/" + file);
  }

  private void sweepIn(Duration time) {
    attachments(Clock.fixed(Scene.now().plus(time), ZoneOffset.UTC)).sweep(scene.workspace);
  }

  @Test
  void filesThatWereNotSentForADayAreDeletedThoseOfVisitorsAsThoseOfAgents() throws IOException {
    var visitors = fromVisitor();
    var agents = fromAgent();
    sweepIn(AttachmentLimits.UNSENT_LIVES.minusMinutes(1));
    assertThat(content(visitors)).exists();
    assertThat(content(agents)).exists();
    assertThat(visitors().open(scene.workspace, VISITOR, visitors)).isPresent();

    sweepIn(AttachmentLimits.UNSENT_LIVES.plusMinutes(1));
    assertThat(content(visitors)).doesNotExist();
    assertThat(content(agents)).doesNotExist();
    assertThat(visitors().open(scene.workspace, VISITOR, visitors)).isEmpty();
    assertThat(rows().find(scene.workspace, agents)).isEmpty();
  }

  @Test
  void aFileThatWasSentStays() throws IOException {
    var file = fromVisitor();
    var chat = scene.acceptedChat(VISITOR.visitor());
    var said = scene.published.getFirst();
    assertThat(said.conversation()).isEqualTo(chat.conversation());
    visitors().sent(scene.workspace, VISITOR.visitor(), said, List.of(file));
    sweepIn(AttachmentLimits.UNSENT_LIVES.multipliedBy(2));
    assertThat(Files.readAllBytes(content(file))).isEqualTo(PDF);
  }
}
