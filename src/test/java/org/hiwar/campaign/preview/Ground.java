package org.hiwar.campaign.preview;

import java.util.List;
import org.hiwar.campaign.Campaign;
import org.hiwar.campaign.CampaignListStore;
import org.hiwar.campaign.CampaignStore;
import org.hiwar.campaign.SuccessStore;
import org.hiwar.campaign.list.CallingRecord;
import org.hiwar.campaign.list.DoNotCallStore;
import org.hiwar.floor.store.FloorStore;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.WorkspaceId;

/// What a simulated process stands on: rows that outlive it, in memory or in PostgreSQL.
interface Ground extends AutoCloseable {

  /// What a process reads and writes by.
  record Stores(
      Database database,
      CampaignStore campaigns,
      CampaignListStore lists,
      DispositionStore dispositions,
      DoNotCallStore doNotCall,
      CandidateStore candidates,
      HopperStore hopper,
      PreviewStore previews,
      AttemptStore attempts,
      RecordFateStore fates,
      SuccessStore successes,
      PreviewGuardStore guard) {}

  WorkspaceId workspace();

  Stores stores();

  /// Rows of the floor, with what campaigns add to its transactions.
  FloorStore floor(PreviewParts parts, PreviewGuard guard);

  /// A new campaign, or one with other settings: what waited for the rules of before is looked at.
  void set(Campaign campaign, boolean fresh);

  void set(Campaign campaign, Campaign.State state);

  /// An import brings a record that was not there, into every campaign.
  void bring(CallingRecord record);

  /// An import brings a record again: numbers, zone and expiry are others.
  void replace(CallingRecord record);

  /// An import without it: it leaves, unless it is handed out in some campaign.
  void leave(CallingRecord record);

  void forbid(World.Never list, String value);

  /// All rows, in an order that is the same everywhere.
  List<String> digest();

  @Override
  void close();
}
