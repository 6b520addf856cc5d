package org.hiwar.app.wiring;

import org.hiwar.campaign.CampaignRecordStore;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.list.RecordsListener;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells campaigns of the records that come into their lists, change there and leave.
@Component
class ListedRecords implements RecordsListener {
  private final CampaignRecordStore records;

  ListedRecords(CampaignRecordStore records) {
    this.records = records;
  }

  @Override
  public boolean follows(JdbcClient db, WorkspaceId workspace, ListId list) {
    return records.follows(db, workspace, list);
  }

  @Override
  public void changed(JdbcClient db, WorkspaceId workspace, ListId list, long[] changed) {
    records.changed(db, workspace, list, changed);
  }

  @Override
  public long[] leaving(JdbcClient db, WorkspaceId workspace, ListId list, long[] leaving) {
    return records.leaving(db, workspace, list, leaving);
  }
}
