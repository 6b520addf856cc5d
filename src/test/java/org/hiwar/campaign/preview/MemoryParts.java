package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.preview.MemoryPreviewStore.Draft;
import org.hiwar.campaign.preview.Standing.Status;
import org.hiwar.campaign.preview.Tables.Noted;
import org.hiwar.campaign.preview.Tables.Shown;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What the statements of [PreviewParts] and [PreviewGuardStore] do, on tables in memory.
class MemoryParts extends PreviewGuardStore {
  private static final Set<String> BEFORE_A_CALL = Set.of("QUEUED", "OFFERED", "REVIEWING");
  private static final Set<String> IN_A_CALL = Set.of("DIALING", "TALKING", "DECIDING");
  private final MemoryRows rows;
  private final Tables tables;

  MemoryParts(MemoryRows rows) {
    super(JsonMapper.shared());
    this.rows = rows;
    this.tables = rows.tables;
  }

  @Override
  List<Asked> asked(
      JdbcClient db, WorkspaceId workspace, List<PreviewId> previews, List<UserId> agents) {
    var asked = new ArrayList<Asked>();
    for (int i = 0; i < previews.size(); i++) {
      var p = tables.previews.get(previews.get(i).value());
      if (p == null) continue;
      long agent = agents.get(i).value();
      var campaign = tables.campaigns.require(p.campaign());
      asked.add(
          new Asked(
              previews.get(i),
              new CampaignId(p.campaign()),
              new org.hiwar.campaign.RecordId(p.record()),
              BEFORE_A_CALL.contains(p.state()),
              campaign.running(),
              tables.previews.all().values().stream()
                  .anyMatch(o -> o.id() != p.id() && o.taken() && Objects.equals(o.agent(), agent)),
              campaign.settings()));
    }
    return asked;
  }

  void run(List<SqlPart> parts) {
    for (var part : parts) run(part.sql(), part.values());
  }

  private void run(String sql, List<Object> v) {
    switch (sql) {
      case PreviewParts.MOVED -> moved(v);
      case PreviewParts.UNDIALLED -> undialled((long[]) v.get(1));
      case PreviewParts.RETURNED -> returned((long[]) v.get(0), (long[]) v.get(1));
      case PreviewParts.NOTED -> noted(v);
      case PreviewParts.BEGUN -> begun((long[]) v.get(0), (long[]) v.get(1));
      case PreviewParts.DIALLED -> dialled((long[]) v.get(0), (long[]) v.get(3));
      case PreviewParts.OVER -> over((long[]) v.get(1));
      case PreviewParts.CALLED -> called((long[]) v.get(0), (long[]) v.get(1));
      default -> throw new IllegalStateException("a statement that memory does not know: " + sql);
    }
  }

  static @Nullable Instant time(long micros) {
    return micros == SqlTime.NONE
        ? null
        : Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
  }

  private static Instant at(long micros) {
    return Objects.requireNonNull(time(micros));
  }

  private void change(long id, java.util.function.Consumer<Draft> how) {
    tables.previews.change(
        id,
        row -> {
          var draft = new Draft(row);
          how.accept(draft);
          return draft.row();
        });
  }

  boolean mayMove(Shown p) {
    return BEFORE_A_CALL.contains(p.state());
  }

  private void moved(List<Object> v) {
    var ids = (long[]) v.get(0);
    for (int n = 0; n < ids.length; n++) {
      int i = n;
      var p = tables.previews.get(ids[i]);
      boolean lost = ((long[]) v.get(6))[i] == 1;
      boolean left = lost && p != null && p.state().equals("DIALING") && p.interaction() == null;
      if (p == null || !left && !mayMove(p)) continue;
      var state = ((String[]) v.get(1))[i];
      long agent = ((long[]) v.get(2))[i];
      var offered = time(((long[]) v.get(3))[i]);
      var accepted = time(((long[]) v.get(4))[i]);
      var ended = time(((long[]) v.get(5))[i]);
      var settings = tables.campaigns.require(p.campaign()).settings();
      boolean reviewing = state.equals("REVIEWING");
      boolean over = state.equals("ENDED");
      change(
          p.id(),
          q -> {
            q.state = state;
            q.agent = agent == 0 ? null : agent;
            if (offered != null) q.offeredAt = offered;
            q.acceptedAt = reviewing ? accepted : null;
            q.automatic = reviewing && settings.previewAutoAccept();
            q.timerUntil =
                reviewing && settings.previewTimerSeconds() > 0 && accepted != null
                    ? accepted.plusSeconds(settings.previewTimerSeconds())
                    : null;
            q.timerStopped = null;
            q.reviewedMs = null;
            q.outcome = over ? "WITHDRAWN" : null;
            q.endedAt = over ? ended : null;
            q.settled = over;
          });
    }
  }

  private void undialled(long[] ids) {
    for (var id : ids) {
      var p = tables.previews.get(id);
      if (p == null || p.interaction() != null) continue;
      if (!BEFORE_A_CALL.contains(p.state()) && !Objects.equals(p.outcome(), "WITHDRAWN")) continue;
      for (var a : List.copyOf(tables.attempts.all().values()))
        if (a.preview() == id) {
          tables.attempts.remove(a.id());
          rows.fate(a.campaign(), a.record(), f -> f.attempts--);
        }
    }
  }

  void returned(long[] ids, long[] agains) {
    for (int i = 0; i < ids.length; i++) {
      var p = tables.previews.get(ids[i]);
      if (p == null || p.open() || !Objects.equals(p.outcome(), "WITHDRAWN")) continue;
      var over = Objects.requireNonNull(p.endedAt());
      var again = at(agains[i]);
      rows.fate(
          p.campaign(),
          p.record(),
          f -> {
            if (f.status != Status.HANDED) return;
            f.aside = again.isAfter(over);
            if (f.until != null) {
              f.status = Status.RESCHEDULED;
              if (f.notBefore == null || again.isAfter(f.notBefore)) f.notBefore = again;
            } else {
              f.status = f.aside ? Status.WAITING : Status.AVAILABLE;
              f.notBefore = f.aside ? again : null;
            }
          });
    }
  }

  private void noted(List<Object> v) {
    var previews = (long[]) v.get(1);
    for (int i = 0; i < previews.length; i++) {
      var p = tables.previews.get(previews[i]);
      if (p == null) continue;
      var kind = ((String[]) v.get(2))[i];
      long agent = ((long[]) v.get(3))[i];
      var why = ((String[]) v.get(5))[i];
      tables.note(
          new Noted(
              at(((long[]) v.get(4))[i]),
              kind,
              p.campaign(),
              p.record(),
              p.id(),
              agent == 0 ? null : agent,
              kind.equals("ACCEPTED") && p.automatic(),
              null,
              null,
              null,
              why.isEmpty() ? null : why,
              null));
    }
  }

  private void begun(long[] works, long[] conversations) {
    for (int n = 0; n < works.length; n++) {
      int i = n;
      for (var a : tables.attempts.all().values()) {
        if (!Objects.equals(a.interaction(), works[i])) continue;
        var p = tables.previews.get(a.preview());
        if (p == null || !p.state().equals("DIALING") || p.interaction() != null) continue;
        change(
            p.id(),
            q -> {
              q.interaction = works[i];
              q.conversation = conversations[i] == 0 ? null : conversations[i];
            });
      }
    }
  }

  private void dialled(long[] works, long[] times) {
    for (int i = 0; i < works.length; i++)
      for (var a : tables.attempts.all().values()) {
        var p = tables.previews.get(a.preview());
        if (p == null
            || !Objects.equals(a.interaction(), works[i])
            || !Objects.equals(p.interaction(), works[i])) continue;
        if (rows.attemptsOf(p.id()) == 1) dialled(a, "PREVIEWED", p.reviewedMs(), times[i]);
        dialled(a, "DIAL_STARTED", null, times[i]);
      }
  }

  private void dialled(Tables.Tried a, String kind, @Nullable Long reviewed, long at) {
    tables.note(
        new Noted(
            at(at),
            kind,
            a.campaign(),
            a.record(),
            a.preview(),
            a.agent(),
            a.automatic(),
            reviewed,
            null,
            a.id(),
            null,
            null));
  }

  private void over(long[] works) {
    var wanted = java.util.Arrays.stream(works).boxed().toList();
    for (var p : List.copyOf(tables.previews.all().values()))
      if (p.interaction() != null
          && wanted.contains(p.interaction())
          && (p.state().equals("DIALING") || p.state().equals("TALKING")))
        change(p.id(), q -> q.state = "DECIDING");
  }

  private void called(long[] works, long[] times) {
    var when = new java.util.HashMap<Long, Instant>();
    for (int i = 0; i < works.length; i++) when.put(works[i], at(times[i]));
    for (Map.Entry<Long, Shown> e : List.copyOf(tables.previews.all().entrySet())) {
      var p = e.getValue();
      var at = p.interaction() == null ? null : when.get(p.interaction());
      if (at != null && IN_A_CALL.contains(p.state()))
        change(
            p.id(),
            q -> {
              q.state = "ENDED";
              q.outcome = "CALLED";
              q.endedAt = at;
            });
    }
  }
}
