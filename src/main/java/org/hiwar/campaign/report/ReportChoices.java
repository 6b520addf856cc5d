package org.hiwar.campaign.report;

import java.util.List;

/// What a report may be narrowed to, each by name. `agents` are those who may preview records now;
/// of others the figures stand in reports that are not narrowed.
public record ReportChoices(
    List<ReportChoice> campaigns,
    List<ReportChoice> lists,
    List<ReportChoice> teams,
    List<ReportChoice> agents) {

  public record ReportChoice(String id, String name) {}
}
