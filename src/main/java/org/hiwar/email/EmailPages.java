package org.hiwar.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.MessageId;
import org.hiwar.email.html.EmailHtml;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What is shown of a mail in its frame: a page of its own, in which nothing runs and nothing is
/// loaded, with the pictures that came along within it.
@Component
class EmailPages {
  private static final String STYLE =
      "body{margin:12px;font:15px/1.5 system-ui,sans-serif;color:#111;background:#fff;"
          + "overflow-wrap:anywhere}img{max-width:100%}blockquote{margin-inline:0;padding-inline-start:12px;border-inline-start:3px"
          + " solid #ccc}";

  private final Attachments attachments;
  private final RemotePictures remote;

  EmailPages(Attachments attachments, RemotePictures remote) {
    this.attachments = attachments;
    this.remote = remote;
  }

  /// @param pictures whether pictures from elsewhere are wanted: then they are fetched here, which
  ///     may last some seconds, and lie within the page
  String page(WorkspaceId workspace, MessageId message, Email email, boolean pictures) {
    var shown =
        email.html().isBlank()
            ? EmailHtml.ofText(email.text())
            : EmailHtml.shown(
                    email.html(),
                    pictures ? remote.fetch(EmailHtml.pictures(email.html())) : Map.of(),
                    inline(workspace, message))
                .html();
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title></title><style>"
        + STYLE
        + "</style></head><body dir=\"auto\">"
        + shown
        + "</body></html>";
  }

  boolean remote(Email email) {
    return !email.html().isBlank() && EmailHtml.shown(email.html(), Map.of(), Map.of()).remote();
  }

  private Map<String, String> inline(WorkspaceId workspace, MessageId message) {
    var inline = new HashMap<String, String>();
    long left = EmailLimits.INLINE_BYTES;
    for (var opened : attachments.ofMessage(workspace, message)) {
      var file = opened.file();
      if (file.cid().isEmpty() || !file.type().startsWith("image/") || file.bytes() > left)
        continue;
      left -= file.bytes();
      try {
        var content = Base64.getEncoder().encodeToString(Files.readAllBytes(opened.content()));
        inline.put(file.cid(), "data:" + file.type() + ";base64," + content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return inline;
  }
}
