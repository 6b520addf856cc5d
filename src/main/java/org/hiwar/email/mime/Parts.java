package org.hiwar.email.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hiwar.channel.ChannelLimits;
import org.hiwar.channel.IncomingFile;
import org.hiwar.conversation.FileName;
import org.hiwar.conversation.FileType;
import org.hiwar.email.mime.EmailReader.Beyond;
import org.jspecify.annotations.Nullable;

/// The parts of a mail while it is walked: what is to be read, what is a file, what a server
/// reports.
final class Parts {
  private static final int NONE = -1;

  private final Charsets charsets;
  private final EncodedWords words;
  private final List<Body> bodies = new ArrayList<>();
  private final List<IncomingFile> files = new ArrayList<>();

  /// For each multipart that we are in, the stretch that its parts are alternatives of; NONE: each
  /// is its own.
  private final List<Integer> within = new ArrayList<>();

  private @Nullable HeaderFields top;
  private HeaderFields current = new HeaderFields(List.of());
  private ContentHeader type = new ContentHeader("", java.util.Map.of());
  private int count;
  private boolean reports;
  private String status = "";
  private List<String> about = List.of();

  Parts(Charsets charsets, EncodedWords words) {
    this.charsets = charsets;
    this.words = words;
  }

  HeaderFields top() {
    return top == null ? new HeaderFields(List.of()) : top;
  }

  List<Body> bodies() {
    return bodies;
  }

  List<IncomingFile> files() {
    return files;
  }

  @Nullable MailReport report() {
    return reports ? new MailReport(status, about) : null;
  }

  void header(HeaderFields header) throws Beyond {
    if (top == null) top = header;
    current = header;
    type = ContentHeader.of("Content-Type", header.first("content-type"), words);
    if (++count > MimeLimits.PARTS)
      throw new Beyond("email-too-many-parts", "more than " + MimeLimits.PARTS);
  }

  void enter() throws Beyond {
    if (within.size() >= MimeLimits.DEPTH)
      throw new Beyond("email-too-deep", "more than " + MimeLimits.DEPTH);
    int outer = within.isEmpty() ? NONE : within.getLast();
    if (outer == NONE && type.value().equals("multipart/alternative")) {
      outer = bodies.size();
      bodies.add(new Body("", ""));
    }
    if (within.isEmpty() && type.value().equals("multipart/report")) reports = true;
    within.add(outer);
  }

  void leave() {
    within.removeLast();
  }

  void body(InputStream content) throws IOException, Beyond {
    var disposition =
        ContentHeader.of("Content-Disposition", current.first("content-disposition"), words);
    var name = disposition.parameter("filename");
    if (name.isEmpty()) name = type.parameter("name");
    var bytes = content.readNBytes(ChannelLimits.ITEM_BYTES);
    if (reports && isOfReport(bytes)) return;
    boolean toRead = !disposition.value().equals("attachment") && name.isEmpty();
    if (toRead && type.value().equals("text/html")) put(text(bytes), true);
    else if (toRead && (type.value().isEmpty() || type.value().equals("text/plain")))
      put(text(bytes), false);
    else addFile(name, bytes);
  }

  private String text(byte[] bytes) {
    return charsets.text(bytes, type.parameter("charset"));
  }

  private void put(String text, boolean html) {
    int slot = within.isEmpty() ? NONE : within.getLast();
    if (slot == NONE) {
      slot = bodies.size();
      bodies.add(new Body("", ""));
    }
    var body = bodies.get(slot);
    bodies.set(slot, html ? body.withHtml(text) : body.withText(text));
  }

  /// What a report has besides the words for people. The mail that came back may be a file, too: it
  /// is ours, and not kept again.
  private boolean isOfReport(byte[] bytes) {
    switch (type.value()) {
      case "message/delivery-status" -> status = charsets.text(bytes, "");
      case "message/rfc822", "text/rfc822-headers" -> about = idsOf(bytes);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static List<String> idsOf(byte[] mail) {
    var text = new String(mail, StandardCharsets.ISO_8859_1).replaceAll("\r\n?", "\n");
    int end = text.indexOf("\n\n");
    var head = (end < 0 ? text : text.substring(0, end)).replaceAll("\n[ \t]+", " ");
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, "message-id:", 0, 11))
        .map(line -> new HeaderFields(List.of(new HeaderFields.Field("id", line.substring(11)))))
        .flatMap(header -> header.messageIds("id").stream())
        .toList();
  }

  private void addFile(String name, byte[] bytes) throws Beyond {
    if (bytes.length == 0 && name.isEmpty()) return;
    if (files.size() >= MimeLimits.FILES)
      throw new Beyond("email-too-many-files", "more than " + MimeLimits.FILES);
    var safe = FileName.safe(name.isEmpty() ? unnamed() : name);
    files.add(new IncomingFile(safe, FileType.of(bytes, safe), cid(), bytes));
  }

  private String unnamed() {
    return switch (type.value()) {
      case "message/rfc822" -> "message.eml";
      case "text/calendar" -> "invitation.ics";
      case "text/html" -> "text.html";
      case "image/png" -> "picture.png";
      case "image/jpeg" -> "picture.jpg";
      case "image/gif" -> "picture.gif";
      default -> "file";
    };
  }

  private String cid() {
    var id = Characters.line(current.first("content-id"), 200).replaceAll("[<>\\s]", "");
    return id.length() > 200 ? "" : id;
  }
}
