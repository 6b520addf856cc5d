package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hiwar.floor.CommitParts;
import org.hiwar.floor.core.By;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Event.WorkEvent;
import org.hiwar.floor.core.Presence;
import org.hiwar.floor.core.WorkId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// What the floor decides about previews and their calls, as changes of their rows in the floor's
/// own transaction: who has a record never differs from who has its work.
///
/// A batch may decide about one preview several times (an offer ends, the next is made); its row
/// becomes what the last of them says, and each is noted. What has ended already stays so.
public final class PreviewParts implements CommitParts {
  static final String MOVED =
      """
      update preview p set state = t.state, agent = nullif(t.agent, 0),
        offered_at = coalesce(from_us(t.offered), p.offered_at),
        accepted_at = case when t.state = 'REVIEWING' then from_us(t.accepted) end,
        automatic = t.state = 'REVIEWING' and coalesce((c.settings ->> 'previewAutoAccept')::boolean, false),
        timer_until = case when t.state = 'REVIEWING' and coalesce((c.settings ->> 'previewTimerSeconds')::int, 0) > 0
          then from_us(t.accepted) + make_interval(secs => (c.settings ->> 'previewTimerSeconds')::int) end,
        timer_stopped = null, reviewed_ms = null,
        seen = case when t.state = 'REVIEWING' then (
          select jsonb_build_object('firstName', r.first_name, 'lastName', r.last_name, 'company', r.company, 'fields', r.fields,
            'postalCode', r.postal_code, 'state', r.state, 'numbers', coalesce((
              select jsonb_agg(jsonb_build_object('position', n.position, 'kind', n.kind, 'number', n.number,
                'region', nullif(n.region, '001'), 'zone', n.zone) order by n.position)
              from record_number n where n.workspace = r.workspace and n.record = r.id), '[]'))
          from calling_record r where r.workspace = p.workspace and r.id = p.record) end,
        outcome = case when t.state = 'ENDED' then 'WITHDRAWN' end,
        ended_at = case when t.state = 'ENDED' then from_us(t.ended) end,
        settled = t.state = 'ENDED'
      from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
          as t(id, state, agent, offered, accepted, ended, lost), campaign c
      where p.workspace = ? and p.id = t.id
        and (p.state in ('QUEUED', 'OFFERED', 'REVIEWING') or t.lost = 1 and p.state = 'DIALING' and p.interaction is null)
        and c.workspace = p.workspace and c.id = p.campaign\
      """;

  /// The agent was about to call, and has lost the record before: that call cannot begin any more.
  static final String UNDIALLED =
      """
      with gone as (
        delete from call_attempt a using preview p
        where p.workspace = ? and p.id = any(?) and p.interaction is null
          and (p.state in ('QUEUED', 'OFFERED', 'REVIEWING') or p.outcome = 'WITHDRAWN')
          and a.workspace = p.workspace and a.campaign = p.campaign and a.record = p.record and a.preview = p.id
        returning a.workspace, a.campaign, a.record)
      update campaign_record k set attempts = attempts - 1 from gone
      where k.workspace = gone.workspace and k.campaign = gone.campaign and k.record = gone.record\
      """;

  /// What was promised for a time stays promised.
  static final String RETURNED =
      """
      update campaign_record k set changed_at = from_us(t.at), aside = t.again > t.at,
        status = case when k.until is not null then 'RESCHEDULED' when t.again > t.at then 'WAITING' else 'AVAILABLE' end,
        not_before = case when k.until is not null then greatest(k.not_before, from_us(t.again)) when t.again > t.at then from_us(t.again) end
      from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as t(id, again, at)
        join preview p on p.workspace = ? and p.id = t.id and p.state = 'ENDED' and p.outcome = 'WITHDRAWN'
      where k.workspace = p.workspace and k.campaign = p.campaign and k.record = p.record and k.status = 'HANDED'\
      """;

  static final String NOTED =
      """
      insert into record_event (workspace, id, at, kind, campaign, list, record, preview, agent, team, automatic, reason)
      select p.workspace, t.id, from_us(t.at), t.kind, p.campaign, k.list, p.record, p.id, nullif(t.agent, 0), u.team,
        t.kind = 'ACCEPTED' and p.automatic, nullif(t.reason, '')
      from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[]) as t(id, preview, kind, agent, at, reason)
        join preview p on p.workspace = ? and p.id = t.preview
        join campaign_record k on k.workspace = p.workspace and k.campaign = p.campaign and k.record = p.record
        left join app_user u on u.workspace = p.workspace and u.id = t.agent\
      """;

  static final String BEGUN =
      """
      update preview p set interaction = a.interaction, conversation = nullif(t.conversation, 0)
      from unnest(?::bigint[], ?::bigint[]) as t(id, conversation)
        join call_attempt a on a.workspace = ? and a.interaction = t.id
      where p.workspace = a.workspace and p.id = a.preview and p.state = 'DIALING' and p.interaction is null\
      """;

  static final String DIALLED =
      """
      insert into record_event (workspace, id, at, kind, campaign, list, record, preview, agent, team, automatic, reviewed_ms, attempt)
      select a.workspace, case e.kind when 'PREVIEWED' then t.first else t.second end, from_us(t.at), e.kind, a.campaign, a.list, a.record,
        a.preview, a.agent, a.team, a.automatic, case when e.kind = 'PREVIEWED' then p.reviewed_ms end, a.id
      from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) as t(id, first, second, at)
        join call_attempt a on a.workspace = ? and a.interaction = t.id
        join preview p on p.workspace = a.workspace and p.id = a.preview and p.interaction = t.id
        cross join (values ('PREVIEWED'), ('DIAL_STARTED')) as e(kind)
      where e.kind = 'DIAL_STARTED' or not exists (select from call_attempt b where b.workspace = a.workspace and b.campaign = a.campaign
        and b.record = a.record and b.preview = a.preview and b.id <> a.id)\
      """;

  static final String OVER =
      """
      update preview set state = 'DECIDING'
      where workspace = ? and interaction = any(?) and state in ('DIALING', 'TALKING')\
      """;

  static final String CALLED =
      """
      update preview p set state = 'ENDED', outcome = 'CALLED', ended_at = from_us(t.at)
      from unnest(?::bigint[], ?::bigint[]) as t(id, at)
      where p.workspace = ? and p.interaction = t.id and p.state in ('DIALING', 'TALKING', 'DECIDING')\
      """;

  private final Ids ids;
  private final Supplier<Refusals> refusals;

  /// `refusals`: what the guard has said about previews that end as withdrawn.
  public PreviewParts(Ids ids, Supplier<Refusals> refusals) {
    this.ids = ids;
    this.refusals = refusals;
  }

  private record Row(String state, long agent, long offered, long accepted, long ended) {}

  private record Note(long preview, String kind, @Nullable UserId agent, Instant at, String why) {}

  /// The previews of a batch, the last word about each, and what is noted.
  private static final class Batch {
    final Map<WorkId, Row> rows = new LinkedHashMap<>();

    /// Taken from the agent who had it, who may be about to call.
    final Set<WorkId> lost = new LinkedHashSet<>();
    final List<Note> notes = new ArrayList<>();

    void queued(WorkId work) {
      rows.put(work, new Row("QUEUED", 0, SqlTime.NONE, SqlTime.NONE, SqlTime.NONE));
    }
  }

  @Override
  public List<SqlPart> of(WorkspaceId workspace, List<Event> events) {
    var parts = new ArrayList<SqlPart>();
    calls(workspace, events, parts);
    previews(workspace, events, parts);
    return parts;
  }

  private void previews(WorkspaceId workspace, List<Event> events, List<SqlPart> parts) {
    var batch = new Batch();
    for (var event : events)
      if (event instanceof WorkEvent e && e.medium() == Medium.PREVIEW) note(workspace, e, batch);
    if (batch.rows.isEmpty()) return;
    parts.add(moved(workspace, batch));
    if (!batch.lost.isEmpty())
      parts.add(new SqlPart(UNDIALLED, List.of(workspace.value(), ids(batch.lost))));
    var over =
        batch.rows.entrySet().stream().filter(e -> e.getValue().state().equals("ENDED")).toList();
    if (!over.isEmpty()) parts.add(returned(workspace, over));
    if (!batch.notes.isEmpty()) parts.add(noted(workspace, batch.notes));
  }

  private void note(WorkspaceId workspace, WorkEvent event, Batch batch) {
    var work = event.work();
    switch (event) {
      case Event.WorkOffered e -> {
        long at = SqlTime.micros(e.at());
        batch.rows.put(work, new Row("OFFERED", e.agent().value(), at, SqlTime.NONE, SqlTime.NONE));
        add(batch, e, "OFFERED", "");
      }
      case Event.WorkAccepted e -> {
        long at = SqlTime.micros(e.at());
        batch.rows.put(
            work, new Row("REVIEWING", e.agent().value(), SqlTime.NONE, at, SqlTime.NONE));
        add(batch, e, "ACCEPTED", "");
      }
      case Event.OfferReturned e -> {
        batch.queued(work);
        add(batch, e, returned(e.why()), e.why().reason());
      }
      case Event.WorkRecalled e -> {
        batch.queued(work);
        batch.lost.add(work);
        add(batch, e, "LOST", "");
      }
      case Event.WorkEnded e -> ended(workspace, e, batch);
      case Event.WorkQueued _,
          Event.WorkWidened _,
          Event.WorkRelaxed _,
          Event.WorkBegan _,
          Event.WrapUpStarted _,
          Event.WrapUpProlonged _,
          Event.WorkTransferred _,
          Event.WorkReturned _,
          Event.WorkPostponed _,
          Event.WorkCameBack _,
          Event.WorkTaken _,
          Event.WorkHandedOver _ -> {}
    }
  }

  /// What an agent has handled is over by its own transaction; the row knows.
  private void ended(WorkspaceId workspace, Event.WorkEnded e, Batch batch) {
    batch.rows.put(
        e.work(), new Row("ENDED", 0, SqlTime.NONE, SqlTime.NONE, SqlTime.micros(e.at())));
    if (e.by() != By.AGENT) batch.lost.add(e.work());
    if (e.outcome() == org.hiwar.floor.core.WorkState.Outcome.HANDLED) return;
    var refusal = refusals.get().of(workspace, e.work());
    add(batch, e, "WITHDRAWN", refusal == null ? "" : refusal.why());
  }

  private static String returned(Presence.NotReady why) {
    if (why.equals(Presence.DECLINED)) return "REJECTED";
    return why.equals(Presence.NO_ANSWER) ? "OFFER_EXPIRED" : "OFFER_LOST";
  }

  private static void add(Batch batch, WorkEvent e, String kind, String why) {
    batch.notes.add(new Note(e.work().value(), kind, e.agent(), e.at(), why));
  }

  private static SqlPart moved(WorkspaceId workspace, Batch batch) {
    var rows = List.copyOf(batch.rows.values());
    return new SqlPart(
        MOVED,
        List.of(
            batch.rows.keySet().stream().mapToLong(WorkId::value).toArray(),
            rows.stream().map(Row::state).toArray(String[]::new),
            rows.stream().mapToLong(Row::agent).toArray(),
            rows.stream().mapToLong(Row::offered).toArray(),
            rows.stream().mapToLong(Row::accepted).toArray(),
            rows.stream().mapToLong(Row::ended).toArray(),
            batch.rows.keySet().stream().mapToLong(id -> batch.lost.contains(id) ? 1 : 0).toArray(),
            workspace.value()));
  }

  private static long[] ids(Collection<WorkId> works) {
    return works.stream().mapToLong(WorkId::value).toArray();
  }

  private SqlPart returned(WorkspaceId workspace, List<Map.Entry<WorkId, Row>> over) {
    long[] again =
        over.stream()
            .mapToLong(
                e -> {
                  var refusal = refusals.get().of(workspace, e.getKey());
                  return refusal == null || refusal.again() == null
                      ? e.getValue().ended()
                      : SqlTime.micros(refusal.again());
                })
            .toArray();
    return new SqlPart(
        RETURNED,
        List.of(
            over.stream().mapToLong(e -> e.getKey().value()).toArray(),
            again,
            over.stream().mapToLong(e -> e.getValue().ended()).toArray(),
            workspace.value()));
  }

  private SqlPart noted(WorkspaceId workspace, List<Note> notes) {
    return new SqlPart(
        NOTED,
        List.of(
            notes.stream().mapToLong(_ -> ids.next()).toArray(),
            notes.stream().mapToLong(Note::preview).toArray(),
            notes.stream().map(Note::kind).toArray(String[]::new),
            notes.stream().mapToLong(n -> n.agent() == null ? 0 : n.agent().value()).toArray(),
            notes.stream().mapToLong(n -> SqlTime.micros(n.at())).toArray(),
            notes.stream().map(Note::why).toArray(String[]::new),
            workspace.value()));
  }

  private void calls(WorkspaceId workspace, List<Event> events, List<SqlPart> parts) {
    var begun = new ArrayList<Event.WorkBegan>();
    var over = new ArrayList<WorkEvent>();
    var gone = new ArrayList<WorkEvent>();
    for (var event : events) {
      if (!(event instanceof WorkEvent e) || e.medium() != Medium.VOICE) continue;
      switch (e) {
        case Event.WorkBegan b -> begun.add(b);
        case Event.WrapUpStarted w -> over.add(w);
        case Event.WorkEnded _,
            Event.WorkTransferred _,
            Event.WorkHandedOver _,
            Event.WorkRecalled _ ->
            gone.add(e);
        case Event.WorkQueued _,
            Event.WorkWidened _,
            Event.WorkRelaxed _,
            Event.WorkOffered _,
            Event.OfferReturned _,
            Event.WorkReturned _,
            Event.WorkAccepted _,
            Event.WorkPostponed _,
            Event.WorkCameBack _,
            Event.WorkTaken _,
            Event.WrapUpProlonged _ -> {}
      }
    }
    if (!begun.isEmpty()) begun(workspace, begun, parts);
    if (!over.isEmpty()) parts.add(new SqlPart(OVER, List.of(workspace.value(), works(over))));
    if (!gone.isEmpty())
      parts.add(
          new SqlPart(
              CALLED,
              List.of(
                  works(gone),
                  gone.stream().mapToLong(e -> SqlTime.micros(e.at())).toArray(),
                  workspace.value())));
  }

  private void begun(WorkspaceId workspace, List<Event.WorkBegan> begun, List<SqlPart> parts) {
    long[] works = works(begun);
    parts.add(
        new SqlPart(
            BEGUN,
            List.of(
                works,
                begun.stream().mapToLong(e -> e.what().conversation()).toArray(),
                workspace.value())));
    parts.add(
        new SqlPart(
            DIALLED,
            List.of(
                works,
                begun.stream().mapToLong(_ -> ids.next()).toArray(),
                begun.stream().mapToLong(_ -> ids.next()).toArray(),
                begun.stream().mapToLong(e -> SqlTime.micros(e.at())).toArray(),
                workspace.value())));
  }

  private static long[] works(List<? extends WorkEvent> events) {
    return events.stream().mapToLong(e -> e.work().value()).toArray();
  }
}
