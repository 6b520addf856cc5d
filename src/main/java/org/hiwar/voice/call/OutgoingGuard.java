package org.hiwar.voice.call;

import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.WorkspaceId;

/// Stands before every call that goes out, so that nobody telephones at the workspace's cost where
/// it never wanted to (toll fraud). Emergency calls always pass.
public interface OutgoingGuard {
  Verdict mayDial(WorkspaceId workspace, DialString dialled);

  sealed interface Verdict {}

  /// @param number to be dialled, with the country's code where it has one; emergency numbers and
  ///     codes stay as they were dialled
  /// @param place taken among the calls that go on at once; whoever dials gives it back when the
  ///     call is over, and when it never began
  record Allowed(DialString number, Place place) implements Verdict {}

  /// @param destination the country in two letters, three digits for numbers of no country, or
  ///     empty where none is known
  record DestinationClosed(String destination) implements Verdict {}

  /// @param limit of calls that begin within a minute
  record TooManyAMinute(int limit) implements Verdict {}

  /// @param limit of calls at the same time
  record TooManyAtOnce(int limit) implements Verdict {}

  /// One of the calls that may go on at once.
  @FunctionalInterface
  interface Place extends AutoCloseable {
    Place NOT_COUNTED = () -> {};

    /// Again is allowed.
    @Override
    void close();
  }
}
