package org.hiwar.desktop.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.hiwar.contact.Contact;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.PhotoId;
import org.hiwar.contact.PhotoLimits;
import org.hiwar.contact.PhotoReader;
import org.hiwar.contact.PhotoReading;
import org.hiwar.contact.PhotoStore;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The photo of a contact, shown wherever the contact is (S0-37).
@RestController
@RequestMapping("/api/contacts/{contact}")
class ContactPhotoApi {
  /// A photo never changes under its address. Only the browser that was given it may keep it.
  private static final CacheControl KEPT =
      CacheControl.maxAge(Duration.ofHours(1)).cachePrivate().immutable();

  private final ContactStore contacts;
  private final PhotoStore photos;
  private final PhotoReader reader;
  private final AuditLog audit;
  private final Desks desks;

  ContactPhotoApi(
      ContactStore contacts, PhotoStore photos, PhotoReader reader, AuditLog audit, Desks desks) {
    this.contacts = contacts;
    this.photos = photos;
    this.reader = reader;
    this.audit = audit;
    this.desks = desks;
  }

  @GetMapping(path = "/photos/{photo}", produces = MediaType.IMAGE_JPEG_VALUE)
  @Requires(Privilege.VIEW_CONTACTS)
  ResponseEntity<byte[]> photo(
      CurrentUser user, @PathVariable ContactId contact, @PathVariable PhotoId photo) {
    var jpeg = photos.find(user.workspace(), contact, photo).orElseThrow(Refusal::notFound);
    return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).cacheControl(KEPT).body(jpeg);
  }

  /// The body is a JPEG or PNG as it is. Kept is a small square of its middle and nothing else of
  /// the file.
  @PostMapping("/photo")
  @Requires(Privilege.EDIT_CONTACTS)
  Contact put(
      CurrentUser user, @PathVariable("contact") ContactId asked, HttpServletRequest request)
      throws IOException {
    var contact = find(user, asked).id();
    var file = request.getInputStream().readNBytes(PhotoLimits.FILE_BYTES + 1);
    if (file.length > PhotoLimits.FILE_BYTES) throw Problem.PHOTO_TOO_LARGE.refusal();
    if (!photos.put(user.workspace(), contact, square(file))) throw Refusal.notFound();
    return changed(user, "contact.photoSet", contact);
  }

  @DeleteMapping("/photo")
  @Requires(Privilege.EDIT_CONTACTS)
  Contact remove(CurrentUser user, @PathVariable("contact") ContactId asked) {
    var contact = find(user, asked).id();
    return photos.remove(user.workspace(), contact)
        ? changed(user, "contact.photoRemoved", contact)
        : find(user, contact);
  }

  private PhotoReading.Square square(byte[] file) {
    return switch (reader.read(file)) {
      case PhotoReading.Square square -> square;
      case PhotoReading.OtherKind _ -> throw Problem.PHOTO_KIND.refusal();
      case PhotoReading.Unreadable _ -> throw Problem.PHOTO_UNREADABLE.refusal();
      case PhotoReading.TooManyPixels _ -> throw Problem.PHOTO_TOO_MANY_PIXELS.refusal();
      case PhotoReading.Busy _ -> throw Problem.TRY_AGAIN.refusal();
    };
  }

  private Contact find(CurrentUser user, ContactId contact) {
    return contacts.find(user.workspace(), contact).orElseThrow(Refusal::notFound);
  }

  private Contact changed(CurrentUser user, String what, ContactId id) {
    var contact = find(user, id);
    audit.record(
        user.workspace(), user.user(), what, id.toString(), Map.of("version", contact.version()));
    desks.changed(user.workspace(), id.value());
    return contact;
  }
}
