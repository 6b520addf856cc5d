package org.hiwar.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.campaign.rule.Quotas;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How many successes each quota of a campaign has, list by list, as of now: what was counted
/// before is remembered, and only what has come since is read. So asking costs one look into an
/// index, however many records there are, and the answer is exact.
///
/// A quota is met when a success is committed, and nothing of it is dialled from then on. Calls
/// that go on at that moment go on, so it may be exceeded by as many as there are of them; nothing
/// is reserved for them, since most calls end without success and agents would wait for nothing.
@Component
public class QuotaCounts {
  private static final int MOST = 1_000;

  private final SuccessStore successes;
  private final Map<Of, Counted> known = new ConcurrentHashMap<>();

  private record Of(WorkspaceId workspace, CampaignId campaign) {}

  public QuotaCounts(SuccessStore successes) {
    this.successes = successes;
  }

  /// Counts of quotas, up to a place.
  public record Counted(Quotas quotas, long upTo, Map<ListId, List<Integer>> byList) {
    private static Counted nothing(Quotas quotas) {
      return new Counted(quotas, 0, Map.of());
    }

    /// Of a list, in the order of the quotas.
    public List<Integer> of(ListId list) {
      var counts = byList.get(list);
      return counts == null ? Collections.nCopies(quotas.quotas().size(), 0) : counts;
    }

    /// Whether a record of the list that says this is still wanted.
    public boolean want(ListId list, Map<String, String> said) {
      return quotas.want(said, of(list));
    }

    /// Whether the list is done with, whatever its records say.
    public boolean wantNothing(ListId list) {
      return quotas.wantNothing(of(list));
    }

    private Counted and(List<SuccessStore.Alike> more) {
      if (more.isEmpty()) return this;
      var sums = new HashMap<ListId, List<Integer>>(byList);
      long last = upTo;
      for (var alike : more) {
        var counts = new ArrayList<>(sums.getOrDefault(alike.list(), of(alike.list())));
        for (int i = 0; i < counts.size(); i++)
          if (quotas.quotas().get(i).counts(alike.disposition(), alike.fields()))
            counts.set(i, counts.get(i) + alike.many());
        sums.put(alike.list(), List.copyOf(counts));
        last = Math.max(last, alike.newest());
      }
      return new Counted(quotas, last, Map.copyOf(sums));
    }
  }

  /// What `db` sees. Not in a transaction that has added a success itself, which may yet fail.
  public Counted read(JdbcClient db, WorkspaceId workspace, CampaignId campaign, Quotas quotas) {
    if (quotas.areNone()) return Counted.nothing(quotas);
    var of = new Of(workspace, campaign);
    var before = known.get(of);
    if (before == null || !before.quotas().equals(quotas)) before = Counted.nothing(quotas);
    var now = before.and(successes.after(db, workspace, campaign, before.upTo(), quotas.fields()));
    if (known.size() >= MOST) known.clear();
    known.put(of, now);
    return now;
  }
}
