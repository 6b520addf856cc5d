package org.hiwar.campaign.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.platform.table.ImportFiles;
import org.hiwar.platform.table.ImportPlaces;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/// Begins imports, knows those that run in this process, and ends them when told to.
@Component
public class Imports implements SmartInitializingSingleton {
  private static final int MOST_AGENTS = 100_000;

  private final ImportStore imports;
  private final UserStore users;
  private final Workspaces workspaces;
  private final ImportJob.Tools tools;
  private final Map<ImportId, ImportJob> running = new ConcurrentHashMap<>();
  private final ImportPlaces places;

  public Imports(
      ImportStore imports,
      ImportFiles files,
      UserStore users,
      Workspaces workspaces,
      DatabaseAccess access,
      ObjectProvider<RecordsListener> listeners,
      Ids ids,
      Clock clock) {
    this.imports = imports;
    this.users = users;
    this.workspaces = workspaces;
    tools = new ImportJob.Tools(access, imports, listeners.stream().toList(), ids, clock);
    places = new ImportPlaces(files, ListLimits.IMPORTS);
  }

  /// What an earlier process left running is over: it was one process that held this data.
  @Override
  public void afterSingletonsInstantiated() {
    for (var workspace : workspaces.all())
      imports.failInterrupted(workspace.id(), tools.clock().instant());
  }

  /// The log-ins of those who preview records.
  private Set<String> agents(WorkspaceId workspace) {
    return users.who(workspace, Privilege.PREVIEW_RECORDS, MOST_AGENTS).stream()
        .map(User::login)
        .collect(Collectors.toSet());
  }

  /// Receives a file and begins to bring it in. Answers when the file is here and the import is
  /// stored; it goes on by itself.
  public ListImport begin(
      WorkspaceId workspace,
      UserId by,
      CallingList list,
      ImportPlan plan,
      String fileName,
      InputStream body)
      throws IOException {
    requireNoneRuns(workspace, list);
    return places.enter(body, file -> begin(workspace, by, list, plan, fileName, file));
  }

  private ListImport begin(
      WorkspaceId workspace,
      UserId by,
      CallingList list,
      ImportPlan plan,
      String fileName,
      Path file)
      throws IOException {
    var begun =
        new ListImport(
            new ImportId(tools.ids().next()),
            list.id(),
            fileName,
            plan.policy(),
            ImportState.RUNNING,
            Files.size(file),
            0,
            ImportCounts.NONE,
            null,
            null,
            by,
            tools.clock().instant(),
            null);
    var order = new ImportJob.Order(workspace, begun.id(), list, plan, agents(workspace), file);
    if (!imports.begin(workspace, begun)) throw runs();
    var job = new ImportJob(tools, order);
    running.put(begun.id(), job);
    Thread.ofVirtual().name("import-" + begun.id()).start(() -> run(begun.id(), job));
    return begun;
  }

  private void run(ImportId id, ImportJob job) {
    try {
      job.run();
    } finally {
      running.remove(id);
      places.leave();
    }
  }

  /// Refuses what would change a list under an import of it.
  public void requireNoneRuns(WorkspaceId workspace, CallingList list) {
    if (imports.runs(workspace, list.id())) throw runs();
  }

  /// Why not while a file is coming.
  public static Refusal runs() {
    return Refusal.conflict(
        "import-running",
        "A file is being imported into this list. Wait until it is done, or cancel it.");
  }

  /// With the progress of one that runs.
  public Optional<ListImport> find(WorkspaceId workspace, ImportId id) {
    return imports.find(workspace, id).map(this::now);
  }

  public List<ListImport> of(WorkspaceId workspace, CallingList list) {
    return imports.of(workspace, list.id()).stream().map(this::now).toList();
  }

  private ListImport now(ListImport stored) {
    var job = running.get(stored.id());
    if (job == null || stored.state() != ImportState.RUNNING) return stored;
    return new ListImport(
        stored.id(),
        stored.list(),
        stored.fileName(),
        stored.policy(),
        stored.state(),
        stored.bytes(),
        Math.min(job.readBytes(), stored.bytes()),
        job.counts(),
        null,
        null,
        stored.by(),
        stored.startedAt(),
        null);
  }

  /// Ends one that runs; one that is over stays as it is.
  public void cancel(WorkspaceId workspace, ImportId id) {
    if (imports.find(workspace, id).isEmpty()) throw Refusal.notFound();
    var job = running.get(id);
    if (job != null) job.cancel();
  }
}
