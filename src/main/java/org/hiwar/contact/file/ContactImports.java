package org.hiwar.contact.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.platform.table.ImportFiles;
import org.hiwar.platform.table.ImportPlaces;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Begins imports of contacts, knows those that run in this process, and ends them when told to.
/// One of a workspace runs at a time, and a few of this process.
@Component
public class ContactImports implements SmartInitializingSingleton {
  private final ContactImportStore imports;
  private final Workspaces workspaces;
  private final ContactImportJob.Tools tools;
  private final Map<ContactImportId, ContactImportJob> running = new ConcurrentHashMap<>();
  private final ImportPlaces places;

  public ContactImports(
      ContactImportStore imports,
      ImportFiles files,
      Workspaces workspaces,
      DatabaseAccess access,
      AuditLog audit,
      Ids ids,
      Clock clock) {
    this.imports = imports;
    this.workspaces = workspaces;
    tools = new ContactImportJob.Tools(access, imports, audit, ids, clock);
    places = new ImportPlaces(files, ContactFileLimits.IMPORTS);
  }

  /// What an earlier process left running is over: it was one process that held this data.
  @Override
  public void afterSingletonsInstantiated() {
    for (var workspace : workspaces.all())
      imports.failInterrupted(workspace.id(), Set.of(), tools.clock().instant());
  }

  /// Receives a file and begins to bring it in. Answers when the file is here and the import is
  /// stored; it goes on by itself.
  public ContactImport begin(
      WorkspaceId workspace, UserId by, ContactImportPlan plan, String fileName, InputStream body)
      throws IOException {
    return places.enter(body, file -> begin(workspace, by, plan, fileName, file));
  }

  private ContactImport begin(
      WorkspaceId workspace, UserId by, ContactImportPlan plan, String fileName, Path file)
      throws IOException {
    var begun =
        new ContactImport(
            new ContactImportId(tools.ids().next()),
            fileName,
            plan.known(),
            ContactImportState.RUNNING,
            Files.size(file),
            0,
            ContactImportCounts.NONE,
            null,
            null,
            by,
            tools.clock().instant(),
            null);
    var job =
        new ContactImportJob(
            tools, new ContactImportJob.Order(workspace, begun.id(), by, plan, file));
    running.put(begun.id(), job);
    boolean first = false;
    try {
      imports.failInterrupted(workspace, running.keySet(), begun.startedAt());
      first = imports.begin(workspace, begun);
    } finally {
      if (!first) running.remove(begun.id());
    }
    if (!first)
      throw Refusal.conflict(
          "contact-import-running",
          "A file of contacts is being imported. Wait until it is done, or cancel it.");
    Thread.ofVirtual().name("contacts-" + begun.id()).start(() -> run(begun.id(), job));
    return begun;
  }

  private void run(ContactImportId id, ContactImportJob job) {
    try {
      job.run();
    } finally {
      running.remove(id);
      places.leave();
    }
  }

  /// Ends one that runs, behind the batch that is being written; one that is over stays as it is.
  public void cancel(WorkspaceId workspace, ContactImportId id) {
    if (imports.find(workspace, id).isEmpty()) throw Refusal.notFound();
    var job = running.get(id);
    if (job != null) job.cancel();
  }
}
