package org.hiwar.campaign.preview;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.campaign.BoundList;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.CampaignListStore;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.QuotaCounts;
import org.hiwar.campaign.RecordId;
import org.hiwar.campaign.rule.Verdicts;
import org.hiwar.campaign.rule.Why;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Claims the records that go next. A claim is one transaction: what is chosen is locked, judged,
/// and has a preview when it commits; what may not be called now is put aside until it may.
///
/// The order: what was promised for now, then list after list, of lists at one place by their
/// ratio; of a list priority records first, then by its sort.
@Component
class Hopper {
  /// Points on the floor, each worth a minute: priority records before what was promised.
  private static final int PRIOR = 20;
  private static final int PROMISED = 10;

  private final Database database;
  private final HopperStore store;
  private final CandidateStore candidates;
  private final CampaignListStore lists;
  private final PreviewStore previews;
  private final Ids ids;
  private final Clock clock;
  /// How many records each list of a campaign has given; decides whose turn it is.
  private final Map<CampaignId, Map<ListId, Long>> given = new ConcurrentHashMap<>();

  Hopper(
      Database database,
      HopperStore store,
      CandidateStore candidates,
      CampaignListStore lists,
      PreviewStore previews,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.candidates = candidates;
    this.lists = lists;
    this.previews = previews;
    this.ids = ids;
    this.clock = clock;
  }

  private record Claim(List<Work> work, int lookedAt) {}

  /// The claimed records, as work for the floor. `room`: how many more may wait; what was promised
  /// comes although there is none, and for an agent who is busy too: they get it next.
  List<Work> claim(WorkspaceId workspace, Campaign campaign, Crew.Present present, int room) {
    var of = new HopperStore.Of(workspace, campaign.id());
    var claimed = new ArrayList<Work>();
    for (int round = 0; round < PreviewLimits.CLAIMS; round++) {
      int left = room - claimed.size();
      var claim = database.in(workspace.value(), db -> claim(db, of, campaign, present, left));
      claimed.addAll(claim.work());
      if (claim.lookedAt() == 0 || claimed.size() >= room) break;
    }
    return claimed;
  }

  /// Records of the workspace have come back to their lists, or their lists have changed.
  void cameBack(WorkspaceId workspace) {
    store.cameBack(workspace);
  }

  private Claim claim(
      JdbcClient db, HopperStore.Of of, Campaign campaign, Crew.Present present, int room) {
    var now = now();
    var ready = present.ready();
    store.due(db, of, now);
    var chosen =
        new ArrayList<>(store.promised(db, of, present.working(), now, PreviewLimits.LOOKED_AT));
    var rules = campaign.settings().rules();
    var counted = candidates.counted(db, of.workspace(), of.campaign(), rules);
    var still = Math.min(room, PreviewLimits.LOOKED_AT) - chosen.size();
    chosen.addAll(ofLists(db, of, counted, ready, still));
    var known = candidates.read(db, of.workspace(), of.campaign(), rules, chosen, now);
    // The first to arrive is offered to whoever is free, before the others are there.
    chosen.sort(Comparator.comparing(id -> !isPrior(known.get(id))));
    var work = new ArrayList<Work>();
    var claimed = new ArrayList<HopperStore.Handed>();
    var awaited = new HashSet<UserId>();
    for (var id : chosen) {
      var candidate = known.get(id);
      if (candidate == null) continue;
      var only = candidate.standing().onlyAgent();
      if (only != null && candidate.standing().promised(now) && !awaited.add(only)) continue;
      if (Verdicts.mayOffer(rules, candidate.callee(), now)) {
        var at = now.plus(work.size(), ChronoUnit.MICROS);
        var preview = new PreviewId(ids.next());
        claimed.add(new HopperStore.Handed(id, preview, at));
        work.add(work(of.campaign(), preview, candidate.standing(), ready, at));
      } else putAside(db, of, campaign, candidate, now);
    }
    store.hand(db, of, claimed);
    return new Claim(work, chosen.size());
  }

  private static boolean isPrior(@Nullable Candidate candidate) {
    return candidate != null && candidate.standing().priority() > 0;
  }

  /// A list whose records are wanted no more is passed over: they need not be put aside one by one.
  private List<RecordId> ofLists(
      JdbcClient db,
      HopperStore.Of of,
      QuotaCounts.Counted counted,
      Collection<UserId> ready,
      int wanted) {
    var found = new ArrayList<RecordId>();
    var places = new TreeMap<Integer, List<BoundList>>();
    for (var list : lists.of(of.workspace(), of.campaign()))
      if (list.enabled() && !counted.wantNothing(list.list()))
        places.computeIfAbsent(list.position(), _ -> new ArrayList<>()).add(list);
    for (var place : places.values()) {
      var exhausted = new HashSet<ListId>();
      while (found.size() < wanted && exhausted.size() < place.size()) {
        var shares = shares(of.campaign(), place, exhausted, wanted - found.size());
        for (var share : shares.entrySet()) {
          var some = ofList(db, of, share.getKey(), ready, share.getValue(), found);
          found.addAll(some);
          count(of.campaign(), share.getKey(), some.size());
          if (some.size() < share.getValue()) exhausted.add(share.getKey());
        }
      }
    }
    return found;
  }

  /// Rows that this transaction has locked are found again; they are no more.
  private List<RecordId> ofList(
      JdbcClient db,
      HopperStore.Of of,
      ListId list,
      Collection<UserId> ready,
      int most,
      List<RecordId> before) {
    var known = Set.copyOf(before);
    var some = new ArrayList<>(store.prior(db, of, list, ready, most + known.size()));
    some.removeAll(known);
    if (some.size() < most)
      for (var id : store.ordinary(db, of, list, ready, most + known.size()))
        if (!known.contains(id)) some.add(id);
    return some.subList(0, Math.min(most, some.size()));
  }

  /// How many of the next `wanted` records each list gives.
  private Map<ListId, Integer> shares(
      CampaignId campaign, List<BoundList> place, Set<ListId> exhausted, int wanted) {
    var counts = new HashMap<>(given.getOrDefault(campaign, Map.of()));
    var shares = new LinkedHashMap<ListId, Integer>();
    for (int i = 0; i < wanted; i++) {
      BoundList next = null;
      for (var list : place)
        if (!exhausted.contains(list.list())
            && (next == null || turn(counts, list) < turn(counts, next))) next = list;
      if (next == null) break;
      counts.merge(next.list(), 1L, Long::sum);
      shares.merge(next.list(), 1, Integer::sum);
    }
    return shares;
  }

  private static double turn(Map<ListId, Long> counts, BoundList list) {
    return counts.getOrDefault(list.list(), 0L) / (double) list.ratio();
  }

  private void count(CampaignId campaign, ListId list, long more) {
    given.computeIfAbsent(campaign, _ -> new ConcurrentHashMap<>()).merge(list, more, Long::sum);
  }

  /// `preferred` is the one for whom it is, or anybody but the one who shall not have it again.
  static Work work(
      CampaignId campaign,
      PreviewId preview,
      Standing standing,
      Collection<UserId> ready,
      Instant at) {
    var preferred = preferred(standing, ready);
    int priority = standing.priority() > 0 ? PRIOR : standing.promised(at) ? PROMISED : 0;
    return new Work(
        new WorkId(preview.value()),
        campaign.service(),
        Medium.PREVIEW,
        List.of(),
        priority,
        at,
        preferred,
        preferred != null);
  }

  private static @Nullable UserId preferred(Standing standing, Collection<UserId> ready) {
    if (standing.onlyAgent() != null) return standing.onlyAgent();
    if (standing.avoidAgent() == null) return null;
    return ready.stream()
        .filter(agent -> !agent.equals(standing.avoidAgent()))
        .findFirst()
        .orElse(null);
  }

  private void putAside(
      JdbcClient db, HopperStore.Of of, Campaign campaign, Candidate candidate, Instant now) {
    var rules = campaign.settings().rules();
    var record = candidate.record().id();
    if (Verdicts.anyLeft(rules, candidate.callee(), now)) {
      var again = Verdicts.of(rules, candidate.callee(), now).again();
      store.wait(db, of, record, again.orElse(now.plus(PreviewLimits.LOOK_AGAIN)), now);
      return;
    }
    var why = Verdicts.of(rules, candidate.callee(), now).nothing();
    var ending = Ending.of(why.orElse(Why.INVALID_NUMBER));
    store.end(db, of, record, ending.name(), ending.disposition(), now);
    var own =
        ending == Ending.DO_NOT_CALL
            ? candidates.written(db, of.workspace(), of.campaign(), record)
            : null;
    if (own != null) store.written(db, of, record, own);
    previews.ended(db, of.workspace(), of.campaign(), record, ending.name(), now);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
