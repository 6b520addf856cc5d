package org.hiwar.desktop.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hiwar.contact.file.ContactColumn;
import org.hiwar.contact.file.ContactFilePreview;
import org.hiwar.contact.file.ContactImport;
import org.hiwar.contact.file.ContactImportCounts;
import org.hiwar.contact.file.ContactImportId;
import org.hiwar.contact.file.ContactImportPlan;
import org.hiwar.contact.file.ContactImportState;
import org.hiwar.contact.file.ContactImportStore;
import org.hiwar.contact.file.ContactImports;
import org.hiwar.contact.file.ContactRefusalReport;
import org.hiwar.contact.file.KnownPolicy;
import org.hiwar.contact.file.RefusedContactValue;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.table.BrokenFile;
import org.hiwar.platform.table.ImportFiles;
import org.hiwar.platform.table.TableLimits;
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

/// Files of contacts: looked at, brought in, watched, and what of them was refused.
@RestController
@Requires(Privilege.MANAGE_CONTACTS)
class ContactImportsApi {
  private static final int SHOWN_REFUSALS = 50;

  private final ContactImports imports;
  private final ContactImportStore store;
  private final ContactTables tables;
  private final ImportFiles files;
  private final AuditLog audit;

  ContactImportsApi(
      ContactImports imports,
      ContactImportStore store,
      ContactTables tables,
      ImportFiles files,
      AuditLog audit) {
    this.imports = imports;
    this.store = store;
    this.tables = tables;
    this.files = files;
    this.audit = audit;
  }

  /// How an import stands.
  ///
  /// @param problem FAILED: why, a code
  /// @param problemLine null: nowhere in particular
  /// @param endedAt null: RUNNING
  record ContactImportView(
      ContactImportId id,
      String fileName,
      KnownPolicy known,
      ContactImportState state,
      long bytes,
      long readBytes,
      ContactImportCounts counts,
      @Nullable String problem,
      @Nullable Long problemLine,
      Instant startedAt,
      @Nullable Instant endedAt) {
    static ContactImportView of(ContactImport one) {
      return new ContactImportView(
          one.id(),
          one.fileName(),
          one.known(),
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
  record ContactImportDetail(ContactImportView standing, List<RefusedContactValue> refusals) {}

  /// A preview, how large a file may be, and what a column may mean in this workspace.
  record PreviewedContacts(ContactFilePreview preview, long mostBytes, List<String> meanings) {}

  /// Reads the body as the beginning of a file, of 64 KiB at most; more is cut. `region` is where
  /// numbers without a country's code are dialled; empty: nowhere.
  @PostMapping("/api/contact-import-preview")
  PreviewedContacts preview(
      CurrentUser user,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(required = false) @Nullable TextEncoding encoding,
      @RequestParam(required = false) @Nullable String separator,
      @RequestParam(required = false) @Nullable Boolean header,
      HttpServletRequest request)
      throws IOException {
    var table = tables.of(user.workspace());
    var beginning = request.getInputStream().readNBytes(TableLimits.SAMPLE);
    try {
      return new PreviewedContacts(
          ContactFilePreview.of(
              beginning,
              table,
              ContactTables.region(region),
              encoding,
              TableRefusals.separator(separator),
              header),
          files.mostBytes(),
          table.all().stream().map(ContactColumn::text).toList());
    } catch (BrokenFile broken) {
      throw TableRefusals.broken(broken);
    }
  }

  /// Brings the body, a file of CSV or TXT, in. `columns` has for each column of the file what it
  /// means, as a preview names it, with commas between; a column without one is left out. Without
  /// `encoding` and `separator` they are found.
  @PostMapping("/api/contact-imports")
  @ResponseStatus(HttpStatus.CREATED)
  ContactImportView begin(
      CurrentUser user,
      @RequestParam String fileName,
      @RequestParam KnownPolicy known,
      @RequestParam String columns,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "true") boolean header,
      @RequestParam(required = false) @Nullable TextEncoding encoding,
      @RequestParam(required = false) @Nullable String separator,
      HttpServletRequest request)
      throws IOException {
    files.requireFits(request.getContentLengthLong());
    var table = tables.of(user.workspace());
    var plan =
        new ContactImportPlan(
            known,
            encoding,
            TableRefusals.separator(separator),
            header,
            ContactTables.region(region),
            table,
            ContactTables.columns(columns, table));
    var begun =
        imports.begin(
            user.workspace(),
            user.user(),
            plan,
            ContactTables.fileName(fileName),
            request.getInputStream());
    audit.record(
        user.workspace(),
        user.user(),
        "contact-import.begun",
        begun.id().toString(),
        Map.of("known", known.name(), "bytes", begun.bytes()));
    return ContactImportView.of(begun);
  }

  /// The newest first.
  @GetMapping("/api/contact-imports")
  List<ContactImportView> all(CurrentUser user) {
    return store.all(user.workspace()).stream().map(ContactImportView::of).toList();
  }

  @GetMapping("/api/contact-imports/{contactImport}")
  ContactImportDetail one(CurrentUser user, @PathVariable ContactImportId contactImport) {
    return new ContactImportDetail(
        ContactImportView.of(found(user, contactImport)),
        store.refusals(user.workspace(), contactImport, 0, SHOWN_REFUSALS).stream()
            .map(ContactImportStore.Numbered::refused)
            .toList());
  }

  /// Ends an import that runs; what it has brought in stays. One that is over stays over.
  @PostMapping("/api/contact-imports/{contactImport}/cancel")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(CurrentUser user, @PathVariable ContactImportId contactImport) {
    imports.cancel(user.workspace(), contactImport);
  }

  /// What was refused, as a file of CSV.
  @GetMapping(value = "/api/contact-imports/{contactImport}/refusals", produces = "text/csv")
  void refusals(
      CurrentUser user, @PathVariable ContactImportId contactImport, HttpServletResponse response)
      throws IOException {
    found(user, contactImport);
    response.setContentType("text/csv; charset=utf-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"refused-" + contactImport + ".csv\"");
    response.setHeader("Cache-Control", "no-store");
    try (var to = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
      ContactRefusalReport.write(store, user.workspace(), contactImport, to);
    }
  }

  private ContactImport found(CurrentUser user, ContactImportId id) {
    return store.find(user.workspace(), id).orElseThrow(Refusal::notFound);
  }
}
