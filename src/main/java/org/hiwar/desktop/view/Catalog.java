package org.hiwar.desktop.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hiwar.conversation.Direction;
import org.hiwar.desktop.wire.Choice;
import org.hiwar.desktop.wire.InteractionView.DispositionView;
import org.hiwar.desktop.wire.Named;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.NotReadyReason;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.jspecify.annotations.Nullable;

/// What a workspace has configured, as far as views name it.
///
/// @param former the names that dispositions had, the earliest first
public record Catalog(
    Map<ServiceId, Service> services,
    List<Disposition> dispositions,
    List<DispositionStore.Former> former,
    List<NotReadyReason> reasons) {

  public Named service(ServiceId id) {
    var service = services.get(id);
    return new Named(id.toString(), service == null ? "" : service.name());
  }

  public boolean requiresDisposition(ServiceId id) {
    var service = services.get(id);
    return service != null && service.requiresDisposition();
  }

  /// What an agent may choose in this service, of what was begun by them or by us; those of the
  /// system are not chosen by people.
  public List<DispositionView> dispositions(ServiceId service, Direction direction) {
    return dispositions.stream()
        .filter(
            d ->
                d.kind() != Disposition.Kind.SYSTEM
                    && d.scope().selectable()
                    && (direction == Direction.OUTBOUND
                        ? d.scope().outbound()
                        : d.scope().inbound())
                    && d.isFor(service))
        .map(d -> new DispositionView(d.id().toString(), d.name(), d.code(), d.last()))
        .toList();
  }

  public @Nullable Choice disposition(@Nullable DispositionId id) {
    return dispositions.stream()
        .filter(d -> d.id().equals(id))
        .findFirst()
        .map(d -> new Choice(d.id().toString(), d.name(), d.code()))
        .orElse(null);
  }

  /// By the name that it had when it was given: what was written down then, reports and History say
  /// the same. `at` null: it is being given.
  public @Nullable Choice disposition(@Nullable DispositionId id, @Nullable Instant at) {
    var now = disposition(id);
    if (now == null || at == null) return now;
    return former.stream()
        .filter(name -> name.disposition().equals(id) && name.until().isAfter(at))
        .findFirst()
        .map(name -> new Choice(now.id(), name.name(), now.code()))
        .orElse(now);
  }

  public List<Choice> notReadyReasons() {
    return reasons.stream().map(r -> new Choice(r.id().toString(), r.name(), r.code())).toList();
  }
}
