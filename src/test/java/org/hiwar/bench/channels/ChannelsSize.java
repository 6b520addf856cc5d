package org.hiwar.bench.channels;

/// How much is done.
///
/// @param desks of agents who are open, each with one customer who writes
/// @param rate messages a second
/// @param warmUp seconds as fast as it goes before anything is measured
/// @param seconds of each repetition of what is measured by time
/// @param mails that lie in the mailbox in each repetition
/// @param contacts among whom a sender is recognised
/// @param html characters of a document
public record ChannelsSize(
    int desks,
    int rate,
    double warmUp,
    double seconds,
    int mails,
    int contacts,
    int html,
    int repetitions) {
  public static final ChannelsSize WHOLE =
      new ChannelsSize(500, 2_000, 20, 6, 1_000, 1_000_000, 2_000_000, 3);
  public static final ChannelsSize TRIAL = new ChannelsSize(50, 400, 5, 4, 300, 20_000, 200_000, 1);
}
