package org.hiwar.campaign.list;

import java.util.List;
import org.hiwar.campaign.CampaignId;
import org.hiwar.workspace.DispositionId;
import org.jspecify.annotations.Nullable;

/// How a list stands.
public record ListTotals(long records, List<CampaignTotals> campaigns) {

  /// What a campaign has done with it. `remaining` are those that are not finished.
  public record CampaignTotals(
      CampaignId campaign, String name, long records, long remaining, List<ResultTotal> results) {}

  /// How many records ended so.
  ///
  /// @param disposition null: the system ended them
  /// @param name of the disposition; null: it is one of the product's, known by its code
  /// @param code of the disposition, or what the system ended them with
  public record ResultTotal(
      @Nullable DispositionId disposition, @Nullable String name, String code, long records) {}
}
