package org.hiwar.conversation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.platform.Ids;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// The files of messages: rows, and contents on the disk.
///
/// A row is there before its content is looked for, and content before anybody is told that it is
/// ready; what a crash leaves between is deleted with what was not sent.
public final class Attachments {
  private final AttachmentStore store;
  private final AttachmentFiles files;
  private final Ids ids;
  private final Clock clock;
  private final List<FilesListener> listeners = new CopyOnWriteArrayList<>();

  public void listen(FilesListener listener) {
    listeners.add(listener);
  }

  /// Files have gone with a message of this conversation, and whoever shows it does not know.
  public void tell(WorkspaceId workspace, ConversationId conversation) {
    listeners.forEach(listener -> listener.filesChanged(workspace, conversation));
  }

  /// What became of an upload.
  public sealed interface Upload {
    record Kept(Attachment file) implements Upload {}

    record Empty() implements Upload {}

    record TooLarge() implements Upload {}

    /// The agent has as much that is not sent as there may be.
    record TooMany() implements Upload {}
  }

  /// @param folder made when the first file comes
  public Attachments(AttachmentStore store, Path folder, Ids ids, Clock clock) {
    this.store = store;
    this.files = new AttachmentFiles(folder);
    this.ids = ids;
    this.clock = clock;
  }

  /// Keeps what an agent wants to send with a message.
  public Upload upload(WorkspaceId workspace, UserId by, String name, byte[] content) {
    if (content.length == 0) return new Upload.Empty();
    if (content.length > AttachmentLimits.FILE_BYTES) return new Upload.TooLarge();
    var unsent = store.unsent(workspace, by);
    if (unsent.files() >= AttachmentLimits.UNSENT_FILES
        || unsent.bytes() + content.length > AttachmentLimits.UNSENT_BYTES)
      return new Upload.TooMany();
    var id = new AttachmentId(ids.next());
    var safe = FileName.safe(name);
    var type = FileType.of(content, safe);
    var pending =
        new Attachment(id, null, safe, type, "", content.length, Attachment.State.PENDING);
    var file = workspace + "/" + id;
    store.add(workspace, new AttachmentStore.Row(pending, by, file), null, Micros.now(clock));
    files.write(file, content);
    store.settle(workspace, id, Attachment.State.READY, type, content.length);
    return new Upload.Kept(
        new Attachment(id, null, safe, type, "", content.length, Attachment.State.READY));
  }

  /// What became of files of a message that are to go with another one, too.
  public sealed interface Copies {
    record Kept(List<Attachment> files) implements Copies {}

    /// No message has that id and files.
    record Unknown() implements Copies {}

    /// The agent has as much that is not sent as there may be.
    record TooMany() implements Copies {}
  }

  /// Keeps what came or went with a message once more, as uploads of an agent. Contents that are
  /// not there are left out.
  public Copies copy(WorkspaceId workspace, UserId by, MessageId message) {
    var copies = new ArrayList<Attachment>();
    var found = store.found(workspace, message);
    if (found.isEmpty()) return new Copies.Unknown();
    for (var row : found) {
      if (opened(row).filter(file -> Files.isRegularFile(file.content())).isEmpty()) continue;
      switch (upload(workspace, by, row.attachment().name(), files.read(row.file()))) {
        case Upload.Kept(var file) -> copies.add(file);
        case Upload.Empty _, Upload.TooLarge _ -> {}
        case Upload.TooMany _ -> {
          copies.forEach(one -> discard(workspace, by, one.id()));
          return new Copies.TooMany();
        }
      }
    }
    return new Copies.Kept(List.copyOf(copies));
  }

  /// False: this agent has no such file, or has sent it.
  public boolean discard(WorkspaceId workspace, UserId by, AttachmentId attachment) {
    var file = store.removeUnsent(workspace, by, attachment);
    file.ifPresent(files::delete);
    return file.isPresent();
  }

  /// Keeps what came with a message. Done again, it changes nothing, and tells it again: the first
  /// time may have ended between the two.
  public void came(WorkspaceId workspace, Message message, List<NewFile> came) {
    if (came.isEmpty()) return;
    if (store.found(workspace, message.id()).isEmpty()) keep(workspace, message, came);
    tell(workspace, message.conversation());
  }

  private void keep(WorkspaceId workspace, Message message, List<NewFile> came) {
    var rows = new ArrayList<AttachmentStore.Row>(came.size());
    for (int i = 0; i < came.size(); i++) {
      var file = came.get(i);
      var path = workspace + "/" + message.id() + "-" + i;
      files.write(path, file.content());
      rows.add(
          new AttachmentStore.Row(
              new Attachment(
                  new AttachmentId(ids.next()),
                  message.id(),
                  file.name(),
                  file.type(),
                  file.cid(),
                  file.content().length,
                  Attachment.State.READY),
              null,
              path));
    }
    store.addAll(workspace, rows, message.id(), message.conversation(), Micros.now(clock));
  }

  /// Says that a file belongs to a message and has still to be fetched: [#fetched] or [#lost] says
  /// what came of it. Done again for the same message, it changes nothing, answers what is there,
  /// and tells it again.
  ///
  /// @param names safe ones, as [FileName] makes them
  public List<Attachment> announced(WorkspaceId workspace, Message message, List<String> names) {
    if (store.found(workspace, message.id()).isEmpty()) {
      var rows = new ArrayList<AttachmentStore.Row>(names.size());
      for (int i = 0; i < names.size(); i++)
        rows.add(
            new AttachmentStore.Row(
                new Attachment(
                    new AttachmentId(ids.next()),
                    message.id(),
                    names.get(i),
                    FileType.UNKNOWN,
                    "",
                    0,
                    Attachment.State.PENDING),
                null,
                workspace + "/" + message.id() + "-" + i));
      store.addAll(workspace, rows, message.id(), message.conversation(), Micros.now(clock));
    }
    tell(workspace, message.conversation());
    return store.found(workspace, message.id()).stream()
        .map(AttachmentStore.Row::attachment)
        .toList();
  }

  /// What was announced is here. False: it is not waited for.
  public boolean fetched(WorkspaceId workspace, AttachmentId attachment, byte[] content) {
    var row = store.found(workspace, attachment);
    if (row.isEmpty() || row.get().attachment().state() != Attachment.State.PENDING) return false;
    files.write(row.get().file(), content);
    var type = FileType.of(content, row.get().attachment().name());
    if (settled(workspace, attachment, Attachment.State.READY, type, content.length)) return true;
    // Whoever removed its row meanwhile did not know of what was written just now.
    if (store.found(workspace, attachment).isEmpty()) files.delete(row.get().file());
    return false;
  }

  /// What was announced cannot be had. False: it is not waited for.
  public boolean lost(WorkspaceId workspace, AttachmentId attachment) {
    return settled(workspace, attachment, Attachment.State.FAILED, FileType.UNKNOWN, 0);
  }

  private boolean settled(
      WorkspaceId workspace,
      AttachmentId attachment,
      Attachment.State state,
      String type,
      long bytes) {
    boolean settled = store.settle(workspace, attachment, state, type, bytes);
    // Also when it was settled before: then whoever did it may have ended before this.
    store
        .conversationOf(workspace, attachment)
        .ifPresent(conversation -> tell(workspace, conversation));
    return settled;
  }

  /// A file with its content. What is not sent yet is its uploader's alone.
  public record Opened(Attachment file, Path content) {}

  /// Empty: there is none, it is not ready, or it is not for `by`. The content may have been lost
  /// with the disk.
  public Optional<Opened> open(WorkspaceId workspace, UserId by, AttachmentId attachment) {
    return store
        .found(workspace, attachment)
        .filter(row -> row.attachment().message() != null || by.equals(row.uploadedBy()))
        .flatMap(this::opened);
  }

  /// The files of a message that are ready, with their contents.
  public List<Opened> ofMessage(WorkspaceId workspace, MessageId message) {
    return store.found(workspace, message).stream().flatMap(row -> opened(row).stream()).toList();
  }

  private Optional<Opened> opened(AttachmentStore.Row row) {
    if (row.attachment().state() != Attachment.State.READY) return Optional.empty();
    return Optional.of(new Opened(row.attachment(), files.path(row.file())));
  }

  /// Deletes a content whose row has gone.
  public void deleteContent(String file) {
    files.delete(file);
  }

  /// Deletes what was uploaded long ago and not sent.
  void sweep(WorkspaceId workspace) {
    store
        .removeUnsent(workspace, clock.instant().minus(AttachmentLimits.UNSENT_LIVES))
        .forEach(files::delete);
  }

  /// Deletes what was being written when a process ended.
  void sweepUnfinished() {
    files.sweep(clock.instant().minus(AttachmentLimits.UNFINISHED_LIVES));
  }
}
