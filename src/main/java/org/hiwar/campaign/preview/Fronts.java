package org.hiwar.campaign.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListId;
import org.hiwar.workspace.WorkspaceId;

/// How far lists are worked off, as the last claims saw it: the next one reads on from there.
///
/// What was handed out stays in the index until the oldest transaction of the whole database is
/// over, be it an import, a report or a backup; whoever reads from the front passes by all of it,
/// and soon that is all they do. So the front itself is looked at only now and then; what comes
/// back meanwhile says so, or is found a little later than its place would have it.
final class Fronts {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  static final long FIRST = Long.MIN_VALUE;

  private record Place(CampaignId campaign, ListId list) {}

  private final Map<WorkspaceId, Map<Place, Long>> known = new HashMap<>();
  private final Map<CampaignId, Instant> looked = new HashMap<>();

  /// A claim begins: when it is time, it looks at the front.
  synchronized void begin(HopperStore.Of of, Instant now) {
    var last = looked.get(of.campaign());
    if (last != null && now.isBefore(last.plus(LOOK_AGAIN))) return;
    looked.put(of.campaign(), now);
    ofWorkspace(of).keySet().removeIf(place -> place.campaign().equals(of.campaign()));
  }

  /// From where on a list is read.
  synchronized long of(HopperStore.Of of, ListId list) {
    return ofWorkspace(of).getOrDefault(new Place(of.campaign(), list), FIRST);
  }

  /// Before this one there was none to be had.
  synchronized void first(HopperStore.Of of, ListId list, long sort) {
    ofWorkspace(of).put(new Place(of.campaign(), list), sort);
  }

  /// A record may be had again.
  synchronized void back(HopperStore.Of of, ListId list, long sort) {
    ofWorkspace(of)
        .computeIfPresent(new Place(of.campaign(), list), (_, front) -> Math.min(front, sort));
  }

  /// Some may be had again, or lie elsewhere.
  synchronized void forget(WorkspaceId workspace) {
    known.remove(workspace);
  }

  private Map<Place, Long> ofWorkspace(HopperStore.Of of) {
    return known.computeIfAbsent(of.workspace(), _ -> new HashMap<>());
  }
}
