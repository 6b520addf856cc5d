package org.hiwar.workspace;

/// What decides capacity and controls, in order of precedence for one agent: a waiting call goes
/// before a waiting chat, previews go last. The channel (web, SMS, WhatsApp…) is how it came.
///
/// `share` is the part of an agent that one piece of work takes, `spareNeeded` what must be free
/// for it to be offered; both in percent of one agent.
public enum Medium {
  VOICE(100, 50),
  CHAT(25, 25),
  EMAIL(25, 100),
  TASK(25, 25),
  PREVIEW(100, 50);

  private final int share;
  private final int spareNeeded;

  Medium(int share, int spareNeeded) {
    this.share = share;
    this.spareNeeded = spareNeeded;
  }

  public int share() {
    return share;
  }

  public int spareNeeded() {
    return spareNeeded;
  }
}
