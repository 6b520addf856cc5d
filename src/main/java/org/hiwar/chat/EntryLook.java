package org.hiwar.chat;

/// How a chat entry looks on a page.
///
/// @param accent its colour as `#rrggbb`, in small letters
/// @param side of the page, in the direction of writing
public record EntryLook(String accent, Side side) {

  /// Where the button stands: in a page from right to left, the start is on the right.
  public enum Side {
    START,
    END
  }
}
