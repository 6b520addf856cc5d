package org.hiwar.contact.file;

/// How far an import of contacts is.
public enum ContactImportState {
  RUNNING,
  /// To the end of the file.
  DONE,
  /// By somebody; what was brought in before stays.
  CANCELLED,
  /// With a reason; what was brought in before stays.
  FAILED
}
