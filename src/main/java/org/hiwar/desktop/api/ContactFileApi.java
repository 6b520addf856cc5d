package org.hiwar.desktop.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.hiwar.contact.ContactLimits;
import org.hiwar.contact.file.ContactFile;
import org.hiwar.contact.file.ContactFileLimits;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Contacts as a file. Who takes them along stands in the audit log, with whether it was all of
/// them.
@RestController
class ContactFileApi {
  private final ContactFile file;
  private final ContactTables tables;
  private final AuditLog audit;
  private final Semaphore places = new Semaphore(ContactFileLimits.EXPORTS);

  ContactFileApi(ContactFile file, ContactTables tables, AuditLog audit) {
    this.file = file;
    this.tables = tables;
    this.audit = audit;
  }

  /// Those that `query` finds, the nearest first; all where it is empty. As CSV, in UTF-8, with the
  /// columns that an import takes.
  @GetMapping(value = "/api/contacts-file", produces = "text/csv")
  @Requires(Privilege.EXPORT_CONTACTS)
  void all(
      CurrentUser user, @RequestParam(defaultValue = "") String query, HttpServletResponse response)
      throws IOException {
    if (!places.tryAcquire())
      throw Refusal.tooMany(
          "exports-too-many",
          "Other files of contacts are being written just now. Try again when they are done.",
          Duration.ofSeconds(30));
    try {
      write(user, query, response);
    } finally {
      places.release();
    }
  }

  private void write(CurrentUser user, String query, HttpServletResponse response)
      throws IOException {
    var words = query.substring(0, Math.min(query.length(), ContactLimits.QUERY_CHARACTERS));
    audit.record(
        user.workspace(),
        user.user(),
        "contact-file.exported",
        user.workspace().toString(),
        Map.of("all", words.isBlank()));
    response.setContentType("text/csv; charset=utf-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"contacts.csv\"");
    response.setHeader("Cache-Control", "no-store");
    try (var to =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      file.write(user.workspace(), tables.of(user.workspace()), words, to);
    }
  }
}
