package org.hiwar.platform;

import java.util.List;

/// A part with something to say to the person who has just started Hiwar, such as log-ins to try it with. A bean of this
/// type is asked once, when everything runs; its lines are printed below the address, in the order of the beans.
public interface StartLines {
  /// Empty when there is nothing to say.
  List<String> lines();
}
