package org.hiwar.campaign.report;

import java.time.Instant;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListId;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What a report is about: from `from`, before `to`; null is any.
public record ReportFilter(
    Instant from,
    Instant to,
    @Nullable CampaignId campaign,
    @Nullable ListId list,
    @Nullable UserId agent,
    @Nullable TeamId team) {}
