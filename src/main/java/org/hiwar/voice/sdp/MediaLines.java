package org.hiwar.voice.sdp;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.voice.sdp.RemoteAudio.DeclinedMedia;
import org.jspecify.annotations.Nullable;

/// The media lines of a description in their order. The first that is plain audio and not itself
/// declined is ours.
final class MediaLines {
  private final List<MediaLine> lines = new ArrayList<>();

  boolean isEmpty() {
    return lines.isEmpty();
  }

  MediaLine current() {
    return lines.getLast();
  }

  void add(String value) {
    if (lines.size() == SdpLimits.MEDIA) throw new NotSdp("it has too many media lines");
    lines.add(new MediaLine(value));
  }

  @Nullable MediaLine audio() {
    int index = index();
    return index < 0 ? null : lines.get(index);
  }

  List<DeclinedMedia> before() {
    return lines.subList(0, index()).stream().map(MediaLine::declined).toList();
  }

  List<DeclinedMedia> after() {
    return lines.subList(index() + 1, lines.size()).stream().map(MediaLine::declined).toList();
  }

  private int index() {
    for (int i = 0; i < lines.size(); i++) if (lines.get(i).isPlainAudio()) return i;
    return -1;
  }
}
