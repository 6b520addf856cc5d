package org.hiwar.workspace;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The result an agent gives a finished interaction. It may be given in `services`; none: in every
/// one.
///
/// `code` names a result that Hiwar itself brings (`RESOLVED`), which screens translate; a `name`
/// that a workspace set goes before it. At least one of the two is there. `last`: the matter is
/// closed with it. `scope`: where it may be chosen.
public record Disposition(
    DispositionId id,
    Set<ServiceId> services,
    @Nullable String code,
    @Nullable String name,
    Kind kind,
    boolean last,
    int position,
    Scope scope) {

  public Disposition {
    services = Set.copyOf(services);
  }

  public boolean isFor(ServiceId service) {
    return services.isEmpty() || services.contains(service);
  }

  /// One of ordinary conversations.
  public Disposition(
      DispositionId id,
      Set<ServiceId> services,
      @Nullable String code,
      @Nullable String name,
      Kind kind,
      boolean last,
      int position) {
    this(id, services, code, name, kind, last, position, Scope.CONVERSATIONS);
  }

  public enum Kind {
    SUCCESS,
    FAILURE,
    CONTINUE,
    SPAM,
    DO_NOT_CALL,
    SYSTEM
  }

  /// Where a result may be given: when a record is previewed, after what we began, after what
  /// customers began. `selectable`: agents may choose it. `reschedulable`: agents may say when to
  /// try again; only where the matter is not closed.
  public record Scope(
      boolean preview,
      boolean outbound,
      boolean inbound,
      boolean selectable,
      boolean reschedulable) {
    public static final Scope CONVERSATIONS = new Scope(false, true, true, true, false);
  }
}
