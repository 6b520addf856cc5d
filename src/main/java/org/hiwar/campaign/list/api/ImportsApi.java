package org.hiwar.campaign.list.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.list.CallingList;
import org.hiwar.campaign.list.DateOrder;
import org.hiwar.campaign.list.ImportCounts;
import org.hiwar.campaign.list.ImportId;
import org.hiwar.campaign.list.ImportPlan;
import org.hiwar.campaign.list.ImportPolicy;
import org.hiwar.campaign.list.ImportState;
import org.hiwar.campaign.list.ImportStore;
import org.hiwar.campaign.list.Imports;
import org.hiwar.campaign.list.ListImport;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.campaign.list.RefusalReport;
import org.hiwar.campaign.list.RefusedValue;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.table.ImportFiles;
import org.hiwar.platform.table.TableRefusals;
import org.hiwar.platform.table.TextEncoding;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Files brought into lists.
@RestController
@Requires(Privilege.MANAGE_CAMPAIGNS)
class ImportsApi {
  private static final int SHOWN_REFUSALS = 50;

  private final ListStore lists;
  private final Imports imports;
  private final ImportStore store;
  private final ImportFiles files;
  private final AuditLog audit;

  ImportsApi(
      ListStore lists, Imports imports, ImportStore store, ImportFiles files, AuditLog audit) {
    this.lists = lists;
    this.imports = imports;
    this.store = store;
    this.files = files;
    this.audit = audit;
  }

  /// How an import stands.
  ///
  /// @param problem FAILED: why, a code
  /// @param problemLine null: nowhere in particular
  record ImportView(
      ImportId id,
      ListId list,
      String fileName,
      ImportPolicy policy,
      ImportState state,
      long bytes,
      long readBytes,
      ImportCounts counts,
      @Nullable String problem,
      @Nullable Long problemLine,
      Instant startedAt,
      @Nullable Instant endedAt) {
    static ImportView of(ListImport one) {
      return new ImportView(
          one.id(),
          one.list(),
          one.fileName(),
          one.policy(),
          one.state(),
          one.bytes(),
          one.readBytes(),
          one.counts(),
          one.problem(),
          one.problemLine(),
          one.startedAt(),
          one.endedAt());
    }
  }

  /// An import with the first of what it refused.
  record ImportDetail(ImportView standing, List<RefusedValue> refusals) {}

  /// Brings the body, a file of CSV or TXT, into a list. `columns` has for each column of the file
  /// the number of the list's field, from 1, with commas between; a column without one is skipped.
  /// Without `encoding` and `separator` they are found.
  @PostMapping("/api/lists/{list}/imports")
  @ResponseStatus(HttpStatus.CREATED)
  ImportView begin(
      CurrentUser user,
      @PathVariable ListId list,
      @RequestParam String fileName,
      @RequestParam ImportPolicy policy,
      @RequestParam String columns,
      @RequestParam(defaultValue = "true") boolean header,
      @RequestParam(defaultValue = "DAY_FIRST") DateOrder dates,
      @RequestParam(required = false) @Nullable TextEncoding encoding,
      @RequestParam(required = false) @Nullable String separator,
      HttpServletRequest request)
      throws IOException {
    files.requireFits(request.getContentLengthLong());
    var into = lists.find(user.workspace(), list).orElseThrow(Refusal::notFound);
    var plan =
        new ImportPlan(
            policy,
            encoding,
            TableRefusals.separator(separator),
            header,
            dates,
            ImportRules.columns(columns, into.fields()));
    ImportRules.requireKey(policy, into.fields());
    var begun =
        imports.begin(
            user.workspace(),
            user.user(),
            into,
            plan,
            ImportRules.fileName(fileName),
            request.getInputStream());
    record(user, "list-import.begun", into, begun);
    return ImportView.of(begun);
  }

  /// The newest first.
  @GetMapping("/api/lists/{list}/imports")
  List<ImportView> of(CurrentUser user, @PathVariable ListId list) {
    var of = lists.find(user.workspace(), list).orElseThrow(Refusal::notFound);
    return imports.of(user.workspace(), of).stream().map(ImportView::of).toList();
  }

  @GetMapping("/api/imports/{import}")
  ImportDetail one(CurrentUser user, @PathVariable("import") ImportId id) {
    return new ImportDetail(
        ImportView.of(found(user, id)),
        store.refusals(user.workspace(), id, 0, SHOWN_REFUSALS).stream()
            .map(ImportStore.Numbered::refused)
            .toList());
  }

  /// Ends an import that runs; the list is then as it was. One that is over stays over.
  @PostMapping("/api/imports/{import}/cancel")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(CurrentUser user, @PathVariable("import") ImportId id) {
    imports.cancel(user.workspace(), id);
  }

  /// What was refused, as a file of CSV.
  @GetMapping(value = "/api/imports/{import}/refusals", produces = "text/csv")
  void refusals(CurrentUser user, @PathVariable("import") ImportId id, HttpServletResponse response)
      throws IOException {
    found(user, id);
    response.setContentType("text/csv; charset=utf-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"refused-" + id + ".csv\"");
    try (var to = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
      RefusalReport.write(store, user.workspace(), id, to);
    }
  }

  private ListImport found(CurrentUser user, ImportId id) {
    return imports.find(user.workspace(), id).orElseThrow(Refusal::notFound);
  }

  private void record(CurrentUser by, String what, CallingList list, ListImport one) {
    audit.record(
        by.workspace(),
        by.user(),
        what,
        list.id().toString(),
        Map.of("import", one.id().toString(), "policy", one.policy().name()));
  }
}
