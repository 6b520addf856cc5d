package org.hiwar.conversation;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.WorkspaceId;

/// Files that visitors of web chats send, and what they may see of files. Whoever they are, they
/// are strangers: how much they upload, how much at the same time, how long it takes and of which
/// kind it is has its limits, and their uploads count against nobody else.
public final class VisitorFiles {
  /// What starts a program, or a page with programs in it, where an agent opens it.
  private static final Set<String> RUNNING =
      Set.of(
          "apk", "app", "bat", "cmd", "com", "cpl", "dll", "dmg", "exe", "gadget", "hta", "htm",
          "html", "iso", "jar", "js", "jse", "lnk", "mht", "mhtml", "mjs", "msi", "msp", "pif",
          "ps1", "reg", "scr", "sh", "svg", "svgz", "url", "vb", "vbe", "vbs", "wsf", "wsh", "xht",
          "xhtml", "xml");

  private static final int CHUNK = 64 * 1024;

  private final VisitorFileStore store;
  private final AttachmentStore rows;
  private final AttachmentFiles files;
  private final Attachments attachments;
  private final Ids ids;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AttachmentLimits.UPLOADS);
  private final Map<String, Integer> uploading = new ConcurrentHashMap<>();

  /// @param folder of all attachments
  public VisitorFiles(
      VisitorFileStore store,
      AttachmentStore rows,
      Path folder,
      Attachments attachments,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.rows = rows;
    this.files = new AttachmentFiles(folder);
    this.attachments = attachments;
    this.ids = ids;
    this.clock = clock;
  }

  /// What became of an upload.
  public sealed interface Upload {
    record Kept(Attachment file) implements Upload {}

    record Empty() implements Upload {}

    record TooLarge() implements Upload {}

    /// It is of no kind that strangers may send.
    record NotAllowed() implements Upload {}

    /// The visitor, or all of them together, have as much that is not sent, or comes just now, as
    /// there may be.
    record TooMany() implements Upload {}

    /// It did not come within its time.
    record TooSlow() implements Upload {}
  }

  /// A file as a visitor sees it; `message` is the id that its writer gave the message.
  public record OfMessage(UUID message, Attachment file) {}

  /// Keeps what a visitor wants to send with a message. The content is read to its end, or until it
  /// is refused; what was read of a refused one is deleted.
  ///
  /// @throws IOException the line broke, or the disk is full: nothing is kept
  public Upload upload(WorkspaceId workspace, String visitor, String name, InputStream content)
      throws IOException {
    var whose = workspace + " " + visitor;
    if (!places.tryAcquire()) return new Upload.TooMany();
    try {
      boolean among = uploading.merge(whose, 1, Integer::sum) <= AttachmentLimits.VISITOR_UPLOADS;
      return among ? received(workspace, visitor, name, content) : new Upload.TooMany();
    } finally {
      uploading.computeIfPresent(whose, (_, n) -> n > 1 ? n - 1 : null);
      places.release();
    }
  }

  private Upload received(WorkspaceId workspace, String visitor, String name, InputStream content)
      throws IOException {
    if (!hasRoom(workspace, visitor, 0)) return new Upload.TooMany();
    var unfinished = files.unfinished(AttachmentLimits.FILE_BYTES);
    try {
      long bytes = copy(content, unfinished);
      if (bytes == SLOW) return new Upload.TooSlow();
      if (bytes == 0) return new Upload.Empty();
      if (bytes > AttachmentLimits.FILE_BYTES) return new Upload.TooLarge();
      var safe = FileName.safe(name);
      var type = FileType.of(head(unfinished), safe);
      if (!isAllowed(type, safe)) return new Upload.NotAllowed();
      if (!hasRoom(workspace, visitor, bytes)) return new Upload.TooMany();
      return kept(workspace, visitor, new Kind(safe, type, bytes), unfinished);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private record Kind(String name, String type, long bytes) {}

  private Upload kept(WorkspaceId workspace, String visitor, Kind kind, Path unfinished)
      throws IOException {
    var id = new AttachmentId(ids.next());
    var name = workspace + "/" + id;
    var pending =
        new Attachment(
            id, null, kind.name(), kind.type(), "", kind.bytes(), Attachment.State.PENDING);
    store.add(workspace, visitor, new AttachmentStore.Row(pending, null, name), Micros.now(clock));
    files.keep(unfinished, name);
    rows.settle(workspace, id, Attachment.State.READY, kind.type(), kind.bytes());
    return new Upload.Kept(
        new Attachment(
            id, null, kind.name(), kind.type(), "", kind.bytes(), Attachment.State.READY));
  }

  private boolean hasRoom(WorkspaceId workspace, String visitor, long more) {
    var unsent = store.unsent(workspace, visitor);
    return unsent.ofVisitor().files() < AttachmentLimits.VISITOR_FILES
        && unsent.ofVisitor().bytes() + more <= AttachmentLimits.VISITOR_BYTES
        && unsent.bytesOfAll() + more <= AttachmentLimits.VISITORS_BYTES;
  }

  private static final long SLOW = -1;

  /// How many bytes came: of too many some more than there may be; [#SLOW]: they take too long.
  private static long copy(InputStream content, Path to) throws IOException {
    long ends = System.nanoTime() + AttachmentLimits.VISITOR_UPLOAD.toNanos();
    var chunk = new byte[CHUNK];
    long bytes = 0;
    try (var out = new FileOutputStream(to.toFile())) {
      for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
        bytes += n;
        if (bytes > AttachmentLimits.FILE_BYTES) return bytes;
        if (System.nanoTime() - ends > 0) return SLOW;
        out.write(chunk, 0, n);
      }
      out.getFD().sync();
    }
    return bytes;
  }

  private static byte[] head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(FileType.HEAD);
    }
  }

  /// What nobody can tell the kind of is not taken, nor what a double click would start.
  static boolean isAllowed(String type, String name) {
    var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !type.equals(FileType.UNKNOWN) && !RUNNING.contains(ending);
  }

  /// False: the visitor has no such file, or has sent it.
  public boolean discard(WorkspaceId workspace, String visitor, AttachmentId attachment) {
    var file = store.remove(workspace, visitor, attachment);
    file.ifPresent(files::delete);
    return file.isPresent();
  }

  /// The files go with a message of the visitor that is stored. Done again, it changes nothing, and
  /// tells it again: the first time may have ended between the two.
  public void sent(
      WorkspaceId workspace, String visitor, Message message, List<AttachmentId> with) {
    store.sent(workspace, visitor, message, with);
    attachments.tell(workspace, message.conversation());
  }

  /// What the visitor has uploaded and not sent, or was said in one of their chats. Empty: there is
  /// none, or it is not ready. The content may have been lost with the disk.
  public Optional<Attachments.Opened> open(
      WorkspaceId workspace, PageVisitor visitor, AttachmentId attachment) {
    return store
        .find(workspace, visitor, attachment)
        .filter(row -> row.attachment().state() == Attachment.State.READY)
        .map(row -> new Attachments.Opened(row.attachment(), files.path(row.file())));
  }

  /// The files that the visitor is shown in a conversation, as their senders put them.
  public List<OfMessage> shown(
      WorkspaceId workspace, PageVisitor visitor, ConversationId conversation) {
    return store.shown(workspace, visitor, conversation);
  }
}
