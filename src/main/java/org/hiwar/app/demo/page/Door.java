package org.hiwar.app.demo.page;

import java.util.Optional;

/// Where pages of one kind come in.
public interface Door {
  /// Empty: not now, or all places are taken.
  ///
  /// @param wanted what the page had before, as it names it in its address; empty: nothing
  Optional<Visit> enter(String wanted, PageSocket socket);

  /// Of one frame from such a page, in bytes, at most.
  default int frameBytes() {
    return PageLimits.FRAME_BYTES;
  }

  /// A page that is open.
  interface Visit {
    /// Whether the frame is one that a page can send.
    boolean take(String frame);

    /// The page is gone.
    void leave();
  }
}
