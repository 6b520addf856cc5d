package org.hiwar.campaign.list.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.hiwar.campaign.ListId;
import org.hiwar.campaign.list.FilePreview;
import org.hiwar.campaign.list.FormatStore;
import org.hiwar.campaign.list.ImportFormat;
import org.hiwar.campaign.list.ListLimits;
import org.hiwar.campaign.list.ListStore;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.table.BrokenFile;
import org.hiwar.platform.table.ImportFiles;
import org.hiwar.platform.table.TableLimits;
import org.hiwar.platform.table.TableRefusals;
import org.hiwar.platform.table.TextEncoding;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a file looks like before it is imported, and the formats that are kept.
@RestController
@Requires(Privilege.MANAGE_CAMPAIGNS)
class FilePreviewApi {
  private final ListStore lists;
  private final FormatStore formats;
  private final ImportFiles files;

  FilePreviewApi(ListStore lists, FormatStore formats, ImportFiles files) {
    this.lists = lists;
    this.formats = formats;
    this.files = files;
  }

  /// A preview, and how large a file may be.
  record PreviewedFile(FilePreview preview, long mostBytes) {}

  /// Reads the body as the beginning of a file, of 64 KiB at most; more is cut.
  @PostMapping("/api/import-preview")
  PreviewedFile preview(
      CurrentUser user,
      @RequestParam ListId list,
      @RequestParam(required = false) @Nullable TextEncoding encoding,
      @RequestParam(required = false) @Nullable String separator,
      @RequestParam(required = false) @Nullable Boolean header,
      HttpServletRequest request)
      throws IOException {
    var into = lists.find(user.workspace(), list).orElseThrow(Refusal::notFound);
    var beginning = request.getInputStream().readNBytes(TableLimits.SAMPLE);
    try {
      return new PreviewedFile(
          FilePreview.of(beginning, into, encoding, TableRefusals.separator(separator), header),
          files.mostBytes());
    } catch (BrokenFile broken) {
      throw TableRefusals.broken(broken);
    }
  }

  @GetMapping("/api/import-formats")
  List<ImportFormat> formats(CurrentUser user) {
    return formats.all(user.workspace());
  }

  /// Keeps a format, in place of one that had its name.
  @PostMapping("/api/import-formats")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void save(CurrentUser user, @RequestBody ImportFormat wish) {
    TableRefusals.separator(wish.separator());
    var name = ListRules.name(wish.name());
    var all = formats.all(user.workspace());
    if (all.size() >= ListLimits.FORMATS && all.stream().noneMatch(f -> f.name().equals(name)))
      throw Refusal.conflict("formats-too-many", "There are too many formats. Remove one first.");
    if (wish.columns().size() > TableLimits.COLUMNS)
      throw Refusal.invalid("columns-invalid", "A file has at most 200 columns. Correct it.");
    formats.save(
        user.workspace(),
        new ImportFormat(
            name, wish.encoding(), wish.separator(), wish.header(), wish.dates(), wish.columns()));
  }

  @DeleteMapping("/api/import-formats")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @RequestParam String name) {
    if (!formats.remove(user.workspace(), name)) throw Refusal.notFound();
  }
}
