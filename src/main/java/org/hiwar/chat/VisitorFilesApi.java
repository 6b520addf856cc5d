package org.hiwar.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.hiwar.conversation.Attachment;
import org.hiwar.conversation.AttachmentId;
import org.hiwar.conversation.AttachmentLimits;
import org.hiwar.conversation.VisitorFiles;
import org.hiwar.conversation.VisitorFiles.Upload;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.access.ForEverybody;
import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Files of web chats, up and down. Asked from other people's sites: which of them may is the
/// entry's to say, as with its sockets, and who asks is told by the token that every widget was
/// given in its welcome. No cookie is looked at. What is given out is saved, never shown: strangers
/// have made it.
@RestController
@RequestMapping("/api/chat/{workspace}/{entry}/files")
@CrossOrigin(
    originPatterns = "*",
    allowedHeaders = {"authorization", "content-type"},
    methods = {RequestMethod.GET, RequestMethod.POST, RequestMethod.DELETE},
    maxAge = 600)
@ForEverybody
class VisitorFilesApi {
  private static final String BEARER = "Bearer ";

  private final ChatDoor door;
  private final VisitorTokens tokens;
  private final VisitorFiles files;
  private final RateLimits limits;

  VisitorFilesApi(ChatDoor door, VisitorTokens tokens, VisitorFiles files, RateLimits limits) {
    this.door = door;
    this.tokens = tokens;
    this.files = files;
    this.limits = limits;
  }

  /// One file, to be sent with a message by its id.
  record VisitorFile(AttachmentId id, String name, String type, long bytes) {
    static VisitorFile of(Attachment file) {
      return new VisitorFile(file.id(), file.name(), file.type(), file.bytes());
    }
  }

  /// The body is the file as it is. What is not sent within a day is deleted.
  @PostMapping
  VisitorFile upload(
      @PathVariable String workspace,
      @PathVariable String entry,
      @RequestParam String name,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
      HttpServletRequest request)
      throws IOException {
    var visitor = visitor(workspace, entry, token, request);
    if (!entryOf(workspace, entry).files())
      throw Refusal.conflict("visitor-files-off", "No files can be sent in this chat.");
    if (request.getContentLengthLong() > AttachmentLimits.FILE_BYTES) throw tooLarge();
    mayUpload(visitor, request.getRemoteAddr());
    return switch (files.upload(
        visitor.workspace(), visitor.visitor(), name, request.getInputStream())) {
      case Upload.Kept(var file) -> VisitorFile.of(file);
      case Upload.Empty _ -> throw Refusal.invalid("attachment-empty", "The file is empty.");
      case Upload.TooLarge _ -> throw tooLarge();
      case Upload.NotAllowed _ ->
          throw Refusal.invalid(
              "visitor-file-not-allowed",
              "Files of this kind cannot be sent in a chat. Send a picture, a document or a"
                  + " recording.");
      case Upload.TooMany _ ->
          throw Refusal.conflict(
              "visitor-files-too-many",
              "There are as many files that are not sent as there may be. Send or remove some.");
      case Upload.TooSlow _ ->
          throw new Refusal(
              HttpStatus.REQUEST_TIMEOUT.value(),
              "visitor-file-too-slow",
              "The file took too long to arrive. Try again.",
              Map.of());
    };
  }

  /// What the visitor has uploaded, or was said in one of their chats.
  @GetMapping("/{file}")
  ResponseEntity<Resource> content(
      @PathVariable String workspace,
      @PathVariable String entry,
      @PathVariable AttachmentId file,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
      HttpServletRequest request) {
    var visitor = visitor(workspace, entry, token, request);
    var opened =
        files
            .open(visitor.workspace(), ChatFiles.on(visitor), file)
            .filter(one -> Files.isRegularFile(one.content()))
            .orElseThrow(Refusal::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(opened.file().type()))
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(opened.file().name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(opened.content()));
  }

  /// Takes back what the visitor has uploaded and not sent.
  @DeleteMapping("/{file}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(
      @PathVariable String workspace,
      @PathVariable String entry,
      @PathVariable AttachmentId file,
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String token,
      HttpServletRequest request) {
    var visitor = visitor(workspace, entry, token, request);
    if (!files.discard(visitor.workspace(), visitor.visitor(), file)) throw Refusal.notFound();
  }

  private ChatEntry entryOf(String workspace, String entry) {
    return door.find(workspace, entry).orElseThrow(Refusal::notFound).entry();
  }

  /// Nobody without the token of a visitor of this workspace, and no page that may not show the
  /// entry, finds anything here.
  private Visitors.Key visitor(
      String workspace, String entry, @Nullable String token, HttpServletRequest request) {
    var opened = door.find(workspace, entry).orElseThrow(Refusal::notFound);
    // A page of ours asks without an origin where it only reads.
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    var host = request.getHeader(HttpHeaders.HOST);
    boolean admitted = origin == null || ChatDoor.admits(opened.entry(), origin, host);
    var signed = token != null && token.startsWith(BEARER) ? token.substring(BEARER.length()) : "";
    var visitor = tokens.visitor(opened.workspace(), signed);
    if (!admitted || visitor.isEmpty()) throw Refusal.notFound();
    return new Visitors.Key(opened.workspace(), visitor.get());
  }

  private void mayUpload(Visitors.Key visitor, String address) {
    var wait = limits.take(Limit.FILES_OF_VISITOR, visitor.workspace() + " " + visitor.visitor());
    if (wait.isZero()) wait = limits.take(Limit.FILES_FROM_ADDRESS, address);
    if (!wait.isZero())
      throw Refusal.tooMany(
          "visitor-files-too-fast", "Too many files in a short time. Wait a moment.", wait);
  }

  private static Refusal tooLarge() {
    return Refusal.tooLarge("file-too-large", "A file has at most 25 MB. Choose a smaller one.");
  }
}
