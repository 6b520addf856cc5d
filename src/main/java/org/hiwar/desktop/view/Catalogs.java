package org.hiwar.desktop.view;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hiwar.platform.Recent;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.NotReadyReasonStore;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;

/// Remembers what changes rarely and is needed for every view: the catalog and the names of users,
/// for some seconds.
public final class Catalogs {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final int REMEMBERED = 1_000;

  private final ServiceStore services;
  private final DispositionStore dispositions;
  private final NotReadyReasonStore reasons;
  private final UserStore users;
  private final Recent<WorkspaceId, Catalog> catalogs = new Recent<>(REMEMBERED, System::nanoTime);
  private final Map<WorkspaceId, Map<UserId, Kept<String>>> names = new ConcurrentHashMap<>();

  private record Kept<T>(T value, long at) {
    boolean fresh() {
      return System.nanoTime() - at < KEPT.toNanos();
    }
  }

  public Catalogs(
      ServiceStore services,
      DispositionStore dispositions,
      NotReadyReasonStore reasons,
      UserStore users) {
    this.services = services;
    this.dispositions = dispositions;
    this.reasons = reasons;
    this.users = users;
  }

  public Catalog of(WorkspaceId workspace) {
    return catalogs.get(workspace, () -> read(workspace));
  }

  private Catalog read(WorkspaceId workspace) {
    return new Catalog(
        services.all(workspace).stream()
            .collect(Collectors.toMap(Service::id, Function.identity())),
        dispositions.all(workspace),
        dispositions.former(workspace),
        reasons.all(workspace));
  }

  /// Reads it anew from now on. To be called when a change of it is committed.
  public void forget(WorkspaceId workspace) {
    catalogs.forget(workspace);
  }

  /// The name of a user; empty for one who does not exist.
  public String name(WorkspaceId workspace, UserId user) {
    var known = names.computeIfAbsent(workspace, _ -> new ConcurrentHashMap<>());
    var kept = known.get(user);
    if (kept != null && kept.fresh()) return kept.value();
    var name = users.names(workspace, java.util.List.of(user)).getOrDefault(user, "");
    known.put(user, new Kept<>(name, System.nanoTime()));
    return name;
  }
}
