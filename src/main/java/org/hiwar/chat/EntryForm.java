package org.hiwar.chat;

/// What customers are asked before they write. Whatever they answer is claimed and no more.
public record EntryForm(Asked name, Asked email, Asked phone) {
  static final EntryForm USUAL = new EntryForm(Asked.OPTIONAL, Asked.OPTIONAL, Asked.OPTIONAL);

  /// Whether something is asked, and whether it must be answered.
  public enum Asked {
    NO,
    OPTIONAL,
    REQUIRED
  }
}
