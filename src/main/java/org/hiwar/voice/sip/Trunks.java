package org.hiwar.voice.sip;

import java.util.List;

/// The trunks that are configured now, of every workspace.
public interface Trunks {
  List<Trunk> all();
}
