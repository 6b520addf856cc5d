package org.hiwar.desktop.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.hiwar.conversation.Attachment;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.AttachmentLimits;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.MessageId;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Files of messages, up and down. What is given out is saved by the browser, never shown by it:
/// strangers have made it.
@RestController
@RequestMapping("/api/attachments")
class AttachmentApi {
  private final Attachments attachments;

  AttachmentApi(Attachments attachments) {
    this.attachments = attachments;
  }

  /// One file, to be sent with a message by its id.
  record UploadedFile(
      AttachmentId id, String name, String type, long bytes, Attachment.State state) {
    static UploadedFile of(Attachment file) {
      return new UploadedFile(file.id(), file.name(), file.type(), file.bytes(), file.state());
    }
  }

  /// The body is the file as it is. What is not sent within a day is deleted.
  @PostMapping
  @Requires(Privilege.WORK_AT_DESK)
  UploadedFile upload(CurrentUser user, @RequestParam String name, HttpServletRequest request)
      throws IOException {
    var content = request.getInputStream().readNBytes(AttachmentLimits.FILE_BYTES + 1);
    return switch (attachments.upload(user.workspace(), user.user(), name, content)) {
      case Attachments.Upload.Kept kept -> UploadedFile.of(kept.file());
      case Attachments.Upload.Empty _ -> throw Problem.FILE_EMPTY.refusal();
      case Attachments.Upload.TooLarge _ -> throw Problem.FILE_TOO_LARGE.refusal();
      case Attachments.Upload.TooMany _ -> throw Problem.FILES_TOO_MANY.refusal();
    };
  }

  /// Whose files are to go with another message, too.
  record CopiesOf(MessageId message) {}

  /// The files of a message once more, as if they were uploaded: for one that is passed on.
  @PostMapping("/copies")
  @Requires(Privilege.WRITE_MESSAGES)
  List<UploadedFile> copies(CurrentUser user, @RequestBody CopiesOf of) {
    return switch (attachments.copy(user.workspace(), user.user(), of.message())) {
      case Attachments.Copies.Kept(var files) -> files.stream().map(UploadedFile::of).toList();
      case Attachments.Copies.Unknown _ -> throw Refusal.notFound();
      case Attachments.Copies.TooMany _ -> throw Problem.FILES_TOO_MANY.refusal();
    };
  }

  @GetMapping("/{attachment}")
  @Requires(Privilege.VIEW_CONTACTS)
  ResponseEntity<Resource> content(CurrentUser user, @PathVariable AttachmentId attachment) {
    var opened =
        attachments.open(user.workspace(), user.user(), attachment).orElseThrow(Refusal::notFound);
    if (!Files.isRegularFile(opened.content())) throw Problem.FILE_LOST.refusal();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(opened.file().type()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(opened.file().name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(opened.content()));
  }

  /// Takes back what one has uploaded and not sent.
  @DeleteMapping("/{attachment}")
  @Requires(Privilege.WORK_AT_DESK)
  void discard(CurrentUser user, @PathVariable AttachmentId attachment) {
    if (!attachments.discard(user.workspace(), user.user(), attachment)) throw Refusal.notFound();
  }
}
