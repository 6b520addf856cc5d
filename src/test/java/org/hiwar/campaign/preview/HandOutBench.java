package org.hiwar.campaign.preview;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignListStore;
import org.hiwar.campaign.QuotaCounts;
import org.hiwar.campaign.SuccessStore;
import org.hiwar.campaign.list.DoNotCallStore;
import org.hiwar.campaign.list.RecordStore;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import tools.jackson.databind.json.JsonMapper;

/// Records handed out as a running campaign does it, by several at once: found, locked, judged, and
/// each with a preview when the transaction has committed. The campaign of it may be a stopped one,
/// so that nobody else hands its records out.
public final class HandOutBench {
  /// Previews that are wanted at a time: those of a dozen agents.
  private static final int ROOM = 25;

  private static final Crew.Present NOBODY = new Crew.Present(List.of(), List.of());
  private final Hopper hopper;
  private final WorkspaceId workspace;
  private final Campaign campaign;

  public HandOutBench(Database database, Ids ids, WorkspaceId workspace, Campaign campaign) {
    var json = JsonMapper.shared();
    var clock = Clock.systemUTC();
    hopper =
        new Hopper(
            database,
            new HopperStore(),
            new CandidateStore(
                new RecordStore(database),
                new DoNotCallStore(clock),
                new QuotaCounts(new SuccessStore(json))),
            new CampaignListStore(database, json),
            new PreviewStore(database, json, ids),
            ids,
            clock);
    this.workspace = workspace;
    this.campaign = campaign;
  }

  /// Records a second, of no more than `most`.
  public double run(int dialers, double seconds, int most) throws Exception {
    return atOnce(
        dialers, seconds, most, () -> hopper.claim(workspace, campaign, NOBODY, ROOM).size());
  }

  /// How much a second several do at once, until the time is over or `most` is done. `work` answers
  /// how much it has done, 0 when nothing is left.
  public static double atOnce(int many, double seconds, int most, Callable<Integer> work)
      throws Exception {
    var all = new AtomicLong();
    try (var threads = Executors.newFixedThreadPool(many)) {
      long from = System.nanoTime();
      var done = new ArrayList<Future<Integer>>();
      for (int i = 0; i < many; i++)
        done.add(
            threads.submit(
                () -> {
                  while (all.get() < most && System.nanoTime() - from < seconds * 1e9) {
                    int some = work.call();
                    if (some == 0) throw new IllegalStateException("no record is left");
                    all.addAndGet(some);
                  }
                  return 0;
                }));
      for (var one : done) one.get();
      return all.get() / ((System.nanoTime() - from) / 1e9);
    }
  }
}
