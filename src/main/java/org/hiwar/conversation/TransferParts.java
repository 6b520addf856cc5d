package org.hiwar.conversation;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.conversation.InteractionChange.Returned;
import org.hiwar.conversation.InteractionChange.Transferred;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;

/// The history of what was given away, for the floor's transaction: first what is given in this
/// batch, then what comes back in it.
final class TransferParts {
  private static final String GIVEN =
      """
      insert into transfer (workspace, interaction, at, agent, service, colleague, note)
      select ?, interaction, from_us(at), agent, nullif(service, %1$s), nullif(colleague, %1$s), note
      from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
        as t(interaction, at, agent, service, colleague, note)
      on conflict (workspace, interaction, at) do nothing\
      """
          .formatted(Micros.NONE_SQL);

  /// The last one before it came back: any earlier was accepted, or has come back before.
  private static final String BACK =
      """
      update transfer r set returned_at = from_us(t.at)
      from unnest(?::bigint[], ?::bigint[]) as t(interaction, at)
      where r.workspace = ? and r.interaction = t.interaction and r.returned_at is null and r.colleague is not null
        and r.at = (select max(x.at) from transfer x where x.workspace = r.workspace and x.interaction = r.interaction and x.at <= from_us(t.at))\
      """;

  private TransferParts() {}

  static List<SqlPart> of(WorkspaceId workspace, List<InteractionChange> changes) {
    var given = new ArrayList<Transferred>();
    var back = new ArrayList<Returned>();
    for (var change : changes) {
      if (change instanceof Transferred t) given.add(t);
      if (change instanceof Returned r) back.add(r);
    }
    var parts = new ArrayList<SqlPart>(2);
    if (!given.isEmpty()) parts.add(given(workspace, given));
    if (!back.isEmpty()) parts.add(back(workspace, back));
    return parts;
  }

  private static SqlPart given(WorkspaceId workspace, List<Transferred> all) {
    return new SqlPart(
        GIVEN,
        List.of(
            workspace.value(),
            all.stream().mapToLong(t -> t.interaction().value()).toArray(),
            all.stream().mapToLong(t -> Micros.of(t.at())).toArray(),
            all.stream().mapToLong(t -> t.agent().value()).toArray(),
            all.stream().mapToLong(TransferParts::service).toArray(),
            all.stream().mapToLong(TransferParts::colleague).toArray(),
            all.stream().map(Transferred::note).toArray(String[]::new)));
  }

  private static SqlPart back(WorkspaceId workspace, List<Returned> all) {
    return new SqlPart(
        BACK,
        List.of(
            all.stream().mapToLong(r -> r.interaction().value()).toArray(),
            all.stream().mapToLong(r -> Micros.of(r.at())).toArray(),
            workspace.value()));
  }

  private static long service(Transferred transferred) {
    var service = transferred.service();
    return service == null ? Micros.NONE : service.value();
  }

  private static long colleague(Transferred transferred) {
    var colleague = transferred.colleague();
    return colleague == null ? Micros.NONE : colleague.value();
  }
}
