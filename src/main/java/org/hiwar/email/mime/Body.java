package org.hiwar.email.mime;

/// One stretch of what a mail has to be read, with what there is of it: `text`, `html`, or both as
/// alternatives. Empty: not there.
record Body(String text, String html) {
  Body withText(String more) {
    return new Body(text + more, html);
  }

  Body withHtml(String more) {
    return new Body(text, html + more);
  }
}
