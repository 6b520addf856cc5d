package org.hiwar.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The folder in which this installation keeps what must outlive the process, held by one process
/// at a time.
///
/// The hold is a lock on the file `lock`: the system lets it go when the process ends, however it
/// ends. The file says who holds it, for the sentence that the second copy shows.
public final class DataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// Makes the folder when there is none, and holds it until [#close].
  public static DataFolder hold(Path folder) {
    try {
      Files.createDirectories(folder);
      requireOwn(folder);
      var path = folder.toRealPath();
      var channel =
          FileChannel.open(
              path.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (tryLock(channel) == null) throw inUse(folder, channel);
      channel
          .truncate(0)
          .write(
              ByteBuffer.wrap(
                  Long.toString(ProcessHandle.current().pid())
                      .getBytes(StandardCharsets.US_ASCII)));
      return new DataFolder(path, channel);
    } catch (AccessDeniedException e) {
      throw new BadSetup(
          "The data folder "
              + folder
              + " cannot be used by the user "
              + user()
              + ": no permission on "
              + e.getFile()
              + "; start as the user who owns it, or name another folder with HIWAR_DATA.");
    } catch (IOException e) {
      throw new BadSetup(
          "The data folder "
              + folder
              + " cannot be used: "
              + e
              + "; name another one with HIWAR_DATA.");
    }
  }

  /// Absolute, without symbolic links.
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireOwn(Path folder) throws IOException {
    if (Files.getAttribute(folder, "unix:uid")
        .equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) return;
    var owner = Files.getOwner(folder).getName();
    throw new BadSetup(
        "The data folder "
            + folder
            + " belongs to the user "
            + owner
            + ", and this is "
            + user()
            + "; start as "
            + owner
            + ", or name another folder with HIWAR_DATA.");
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // held by this very process
    }
  }

  private static BadSetup inUse(Path folder, FileChannel channel) throws IOException {
    var text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    channel.close();
    var holder = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    return new BadSetup(
        "The data folder "
            + folder
            + " is in use by another copy of Hiwar"
            + (holder.isBlank() ? "" : " (process " + holder + ")")
            + "; stop that one, or name another folder with HIWAR_DATA.");
  }

  private static String user() {
    return System.getProperty("user.name");
  }
}
