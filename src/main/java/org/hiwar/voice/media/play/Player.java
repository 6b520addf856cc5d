package org.hiwar.voice.media.play;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.media.Ticks;
import org.hiwar.voice.media.relay.Feed;
import org.hiwar.voice.media.sound.Clip;

/// Plays clips: prompts once, music until it is stopped. Every 20 ms one frame goes out.
public final class Player {
  private final Ticks ticks;

  public Player(Ticks ticks) {
    this.ticks = ticks;
  }

  /// How it ended.
  public enum End {
    /// To its end.
    PLAYED,
    /// By [Playing#stop].
    STOPPED,
    /// Something else is heard there instead.
    DISPLACED
  }

  /// What is being played.
  public interface Playing {
    /// Silence, unless it has ended already.
    void stop();

    /// Completed exactly once, on the thread of the ticks or of [#stop]; what follows must not
    /// block.
    CompletionStage<End> ended();
  }

  /// Plays to a feed, as [org.hiwar.voice.media.relay.Line#take()] gives it.
  public Playing once(Clip clip, Feed feed) {
    return start(new Run(clip, feed, false));
  }

  public Playing again(Clip clip, Feed feed) {
    return start(new Run(clip, feed, true));
  }

  private Playing start(Run run) {
    if (run.clip.frames() == 0) throw new IllegalArgumentException("an empty clip");
    ticks.each(run::tick);
    return run;
  }

  private static final class Run implements Playing {
    final Clip clip;
    private final Feed feed;
    private final boolean repeated;
    private final CompletableFuture<End> ended = new CompletableFuture<>();
    private final byte[] packet = new byte[Rtp.HEADER + MediaLimits.FRAME];
    private int sequence;
    private int frame;

    Run(Clip clip, Feed feed, boolean repeated) {
      this.clip = clip;
      this.feed = feed;
      this.repeated = repeated;
    }

    @Override
    public void stop() {
      end(End.STOPPED);
    }

    @Override
    public CompletionStage<End> ended() {
      return ended.minimalCompletionStage();
    }

    boolean tick() {
      if (ended.isDone()) return false;
      if (!feed.isHeard()) return end(End.DISPLACED);
      if (frame == clip.frames()) {
        if (!repeated) return end(End.PLAYED);
        frame = 0;
      }
      var first = sequence == 0;
      Rtp.write(packet, first, Payloads.PCMU, sequence, sequence * MediaLimits.FRAME);
      clip.copyFrame(frame++, packet, Rtp.HEADER);
      sequence++;
      feed.packet(packet, 0, packet.length);
      return true;
    }

    /// Always false: it does not go on.
    private boolean end(End how) {
      if (ended.isDone()) return false;
      feed.close();
      ended.complete(how);
      return false;
    }
  }
}
