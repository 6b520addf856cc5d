package org.hiwar.floor.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hiwar.floor.report.ServiceReportStore.Period;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.web.CsvLines;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServicePromise;
import org.hiwar.workspace.ServicePromiseStore;
import org.hiwar.workspace.ServiceStore;
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

/// What services received, and how much of it was answered in time; live where `to` is not past.
@RestController
@RequestMapping("/api/service-reports")
@Requires(Privilege.VIEW_REPORTS)
class ServiceReportsApi {
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final ServiceReportStore reports;
  private final ServiceStore services;
  private final ServicePromiseStore promises;
  private final Clock clock;

  ServiceReportsApi(
      ServiceReportStore reports,
      ServiceStore services,
      ServicePromiseStore promises,
      Clock clock) {
    this.reports = reports;
    this.services = services;
    this.promises = promises;
    this.clock = clock;
  }

  record ServiceReport(List<ServiceReportLine> lines) {}

  /// @param day null: all of them together
  /// @param shortly abandoned within the service's time, which its level does not count
  /// @param level what was answered in time, from 0 to 1; null: nothing counts, and of mails
  /// @param target the share that the service promises, from 0 to 1; null of mails
  /// @param targetSeconds within which it promises to answer; null of mails
  record ServiceReportLine(
      ServiceId service,
      String name,
      Medium medium,
      @Nullable LocalDate day,
      long received,
      long answered,
      long abandoned,
      long shortly,
      long waiting,
      @Nullable Long averageWaitMs,
      @Nullable Double level,
      @Nullable Double target,
      @Nullable Long targetSeconds) {}

  /// By name, and then by day. Without `from`: the day until now, in UTC. Without `to`: until now.
  /// `daily`: each day apart, by the clock of `zone`, as Asia/Damascus. `service`: of that one
  /// alone. Services to which nothing came are left out.
  @GetMapping
  ServiceReport lines(
      CurrentUser user,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "UTC") String zone,
      @RequestParam(defaultValue = "false") boolean daily,
      @RequestParam(required = false) @Nullable ServiceId service) {
    return new ServiceReport(report(user, period(from, to, zone), daily, service));
  }

  /// The same by days, as a file.
  @GetMapping("/lines.csv")
  ResponseEntity<String> file(
      CurrentUser user,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "UTC") String zone) {
    var text = new StringBuilder("\ufeff").append(HEAD);
    for (var line : report(user, period(from, to, zone), true, null)) text.append(written(line));
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"services.csv\"")
        .body(text.toString());
  }

  private static final String HEAD =
      CsvLines.line(
          "day",
          "service",
          "received",
          "answered",
          "abandoned",
          "abandoned_within_target",
          "waiting",
          "average_wait_seconds",
          "service_level_percent",
          "target_percent",
          "target_seconds");

  private static String written(ServiceReportLine line) {
    var wait = line.averageWaitMs();
    return CsvLines.line(
        line.day(),
        line.name(),
        line.received(),
        line.answered(),
        line.abandoned(),
        line.shortly(),
        line.waiting(),
        wait == null ? null : wait / 1_000,
        percent(line.level()),
        percent(line.target()),
        line.targetSeconds());
  }

  private static @Nullable String percent(@Nullable Double share) {
    return share == null ? null : String.valueOf(Math.round(share * 1_000) / 10.0);
  }

  /// @param only null: all
  private List<ServiceReportLine> report(
      CurrentUser user, Period period, boolean daily, @Nullable ServiceId only) {
    var workspace = user.workspace();
    var known =
        services.all(workspace).stream()
            .filter(service -> service.medium() != Medium.PREVIEW)
            .filter(service -> only == null || service.id().equals(only))
            .collect(Collectors.toMap(Service::id, Function.identity()));
    var promised = promises.all(workspace);
    Map<ServiceId, Duration> within =
        known.keySet().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    one -> promised.getOrDefault(one, ServicePromise.NONE).within()));
    return reports.counts(workspace, within, period, daily).stream()
        .map(
            counts ->
                line(
                    Objects.requireNonNull(known.get(counts.service())),
                    promised.getOrDefault(counts.service(), ServicePromise.NONE),
                    counts))
        .sorted(
            Comparator.comparing(ServiceReportLine::name)
                .thenComparing(ServiceReportLine::service)
                .thenComparing(
                    ServiceReportLine::day, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  private static ServiceReportLine line(
      Service service, ServicePromise promise, ServiceCounts counts) {
    boolean mail = service.medium() == Medium.EMAIL;
    return new ServiceReportLine(
        service.id(),
        service.name(),
        service.medium(),
        counts.day(),
        counts.received(),
        counts.answered(),
        counts.abandoned(),
        counts.shortly(),
        counts.waiting(),
        counts.averageWaitMs(),
        mail ? null : counts.level(),
        mail ? null : promise.percent() / 100.0,
        mail ? null : promise.within().toSeconds());
  }

  private Period period(@Nullable Instant from, @Nullable Instant to, String zone) {
    var end = to == null ? clock.instant().plusSeconds(1) : to;
    var begin = from == null ? end.truncatedTo(ChronoUnit.DAYS) : from;
    if (!begin.isBefore(end) || Duration.between(begin, end).compareTo(LONGEST) > 0)
      throw Refusal.invalid(
          "report-time-invalid",
          "A report begins before it ends and covers at most 400 days. Choose another time.");
    try {
      return new Period(begin, end, ZoneId.of(zone));
    } catch (DateTimeException _) {
      throw Refusal.invalid(
          "report-zone-unknown", "There is no such time zone. Write one as Asia/Damascus.");
    }
  }
}
