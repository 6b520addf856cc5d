package org.hiwar.campaign.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hiwar.campaign.CampaignId;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.report.ReportStore.After;
import org.hiwar.campaign.report.ReportStore.By;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.web.CsvLines;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reports on campaigns: live where `to` is not past, stored otherwise (S2-76, S2-78).
@RestController
@RequestMapping("/api/campaign-reports")
@Requires(Privilege.VIEW_REPORTS)
class CampaignReportsApi {
  private static final int PAGE = 100;

  /// Of one file.
  private static final int ROWS = 20_000;

  private static final Duration LONGEST = Duration.ofDays(400);
  private static final int MOST_INTERVALS = 2_000;
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final ReportStore reports;
  private final ReportedOn reported;
  private final Clock clock;

  CampaignReportsApi(ReportStore reports, ReportedOn reported, Clock clock) {
    this.reports = reports;
    this.reported = reported;
    this.clock = clock;
  }

  record CampaignReport(List<ReportLine> lines) {}

  /// `next` is the cursor of the next page; null on the last.
  record ReportPage(List<ReportRow> items, @Nullable String next) {}

  /// What a report may be narrowed to.
  @GetMapping("/choices")
  ReportChoices choices(CurrentUser user) {
    return reported.by(user.workspace());
  }

  /// Without `from`: the day until now, in UTC. Without `to`: until now. `minutes`: of an interval.
  @GetMapping
  CampaignReport lines(
      CurrentUser user,
      @RequestParam(defaultValue = "AGENT") By by,
      @RequestParam(defaultValue = "60") int minutes,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable CampaignId campaign,
      @RequestParam(required = false) @Nullable ListId list,
      @RequestParam(required = false) @Nullable UserId agent,
      @RequestParam(required = false) @Nullable TeamId team) {
    var filter = filter(from, to, campaign, list, agent, team);
    if (minutes < 1
        || by == By.INTERVAL
            && Duration.between(filter.from(), filter.to()).toMinutes() / minutes > MOST_INTERVALS)
      throw Refusal.invalid(
          "report-interval-invalid",
          "There would be too many intervals. Choose longer ones, or a shorter time.");
    return new CampaignReport(
        reports.lines(user.workspace(), filter, by, Duration.ofMinutes(minutes)));
  }

  @GetMapping("/rows")
  ReportPage rows(
      CurrentUser user,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable CampaignId campaign,
      @RequestParam(required = false) @Nullable ListId list,
      @RequestParam(required = false) @Nullable UserId agent,
      @RequestParam(required = false) @Nullable TeamId team) {
    var filter = filter(from, to, campaign, list, agent, team);
    var found = reports.rows(user.workspace(), filter, after(cursor), PAGE + 1);
    var page = found.stream().limit(PAGE).toList();
    return new ReportPage(page, found.size() > PAGE ? cursor(page.getLast()) : null);
  }

  /// The newest 20,000 of these rows as a file.
  @GetMapping("/rows.csv")
  ResponseEntity<String> file(
      CurrentUser user,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable CampaignId campaign,
      @RequestParam(required = false) @Nullable ListId list,
      @RequestParam(required = false) @Nullable UserId agent,
      @RequestParam(required = false) @Nullable TeamId team) {
    var filter = filter(from, to, campaign, list, agent, team);
    var text = new StringBuilder("\ufeff").append(HEAD);
    for (var row : reports.rows(user.workspace(), filter, null, ROWS)) text.append(line(row));
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"campaign-rows.csv\"")
        .body(text.toString());
  }

  private static final String HEAD =
      CsvLines.line(
          "time",
          "kind",
          "campaign",
          "list",
          "customer",
          "number",
          "agent",
          "team",
          "automatic",
          "result",
          "disposition",
          "talked_seconds",
          "preview_ms",
          "notes");

  private static String line(ReportRow row) {
    return CsvLines.line(
        row.at(),
        row.kind(),
        row.campaign(),
        row.list(),
        row.customer(),
        row.number(),
        row.agent(),
        row.team(),
        row.automatic(),
        row.result(),
        row.disposition(),
        row.talkedSeconds(),
        row.previewMs(),
        row.notes());
  }

  private ReportFilter filter(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable CampaignId campaign,
      @Nullable ListId list,
      @Nullable UserId agent,
      @Nullable TeamId team) {
    var end = to == null ? clock.instant().plusSeconds(1) : to;
    var begin = from == null ? end.truncatedTo(ChronoUnit.DAYS) : from;
    if (!begin.isBefore(end) || Duration.between(begin, end).compareTo(LONGEST) > 0)
      throw Refusal.invalid(
          "report-time-invalid",
          "A report begins before it ends and covers at most 400 days. Choose another time.");
    return new ReportFilter(begin, end, campaign, list, agent, team);
  }

  private static String cursor(ReportRow row) {
    return row.at() + "_" + row.id();
  }

  private static @Nullable After after(String cursor) {
    if (cursor.isEmpty()) return null;
    int at = cursor.indexOf('_');
    try {
      if (at > 0)
        return new After(
            Instant.parse(cursor.substring(0, at)), Long.parseLong(cursor.substring(at + 1)));
    } catch (RuntimeException notACursor) {
      // answered below, as any other text that is none
    }
    throw Refusal.invalid(
        "cursor-invalid", "This is no cursor of a page. Begin with the first page.");
  }
}
