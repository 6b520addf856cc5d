package org.hiwar.conversation.removal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactRemovalStore;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Hands out all that is kept of one person, as a ZIP: a JSON array for each kind of row, and the
/// files. Rows are read some at a time, and written while no transaction is held: whoever fetches
/// it slowly holds up nobody.
@Component
public class Exports {
  private static final Said NOTHING = new Said(new long[0], new long[0], new long[0]);

  private final ContactRemovalStore contacts;
  private final ConversationRemovalStore conversations;
  private final ExportedRowStore rows;
  private final List<Traces> traces;

  public Exports(
      ContactRemovalStore contacts,
      ConversationRemovalStore conversations,
      ExportedRowStore rows,
      List<Traces> traces) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.rows = rows;
    this.traces = List.copyOf(traces);
  }

  /// Empty: there is no such contact. One that was merged is the one it was merged into.
  public Optional<Person> person(WorkspaceId workspace, ContactId contact) {
    return contacts
        .find(workspace, contact)
        .map(whole -> new Person(whole.all(), contacts.addresses(workspace, whole.all())));
  }

  /// @param may what files are handed out by
  public void write(WorkspaceId workspace, Person person, Set<Privilege> may, OutputStream out)
      throws IOException {
    var said = said(workspace, person);
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      photos(zip, contacts.photos(workspace, person.contacts()));
      for (var one : traces) {
        for (var some : one.rows(workspace, person))
          write(zip, some.name(), List.of(() -> rows.read(workspace, some.query())));
        var names = one.rows(workspace, NOTHING);
        for (int i = 0; i < names.size(); i++) {
          int nth = i;
          write(
              zip,
              names.get(i).name(),
              said.stream()
                  .<Supplier<List<String>>>map(
                      part -> () -> rows.read(workspace, query(one, workspace, part, nth)))
                  .toList());
        }
        for (var part : said) files(zip, one.files(workspace, part), may);
      }
    }
  }

  private static void photos(ZipOutputStream zip, List<byte[]> photos) throws IOException {
    for (int i = 0; i < photos.size(); i++) {
      zip.putNextEntry(new ZipEntry("photos/" + (i + 1) + ".jpg"));
      zip.write(photos.get(i));
      zip.closeEntry();
    }
  }

  private static SqlPart query(Traces one, WorkspaceId workspace, Said part, int nth) {
    return one.rows(workspace, part).get(nth).query();
  }

  /// Ids alone: a few bytes for each message.
  private List<Said> said(WorkspaceId workspace, Person person) {
    var parts = conversations.parts(workspace, person);
    var all = new ArrayList<Said>();
    for (int from = 0; from < parts.size(); from += RemovalLimits.EXPORTED) {
      int to = Math.min(parts.size(), from + RemovalLimits.EXPORTED);
      all.add(conversations.said(workspace, parts.subList(from, to)));
    }
    return all;
  }

  private static void write(ZipOutputStream zip, String name, List<Supplier<List<String>>> parts)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name + ".json"));
    var before = "[\n";
    for (var part : parts)
      for (var row : part.get()) {
        zip.write((before + row).getBytes(StandardCharsets.UTF_8));
        before = ",\n";
      }
    zip.write((before.startsWith("[") ? "[]\n" : "\n]\n").getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void files(ZipOutputStream zip, List<Traces.PersonFile> files, Set<Privilege> may)
      throws IOException {
    for (var file : files) {
      if (file.needs() != null && !may.contains(file.needs())) continue;
      if (!Files.isReadable(file.content())) continue;
      zip.putNextEntry(new ZipEntry(file.name()));
      try {
        Files.copy(file.content(), zip);
      } catch (NoSuchFileException _) {
        // It was encoded, or removed, at this moment; its row says that there was one.
      }
      zip.closeEntry();
    }
  }
}
