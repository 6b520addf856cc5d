package org.hiwar.messenger;

import java.util.Set;
import org.hiwar.channel.Account;
import org.hiwar.platform.outbound.AnswerTooLarge;
import org.hiwar.platform.outbound.NotAllowedOutside;

/// A messenger that keeps the files of customers until we ask for them.
public interface Fetching {
  /// The name of its channel.
  String name();

  /// Asks for a file once. Blocks for two minutes at most.
  ///
  /// @param reference the provider's name for the file
  Fetched fetch(Account account, String reference);

  /// Failures that would be the same another time.
  Set<String> HOPELESS = Set.of(NotAllowedOutside.CODE, AnswerTooLarge.CODE);

  /// What came of it.
  sealed interface Fetched {
    @SuppressWarnings("ArrayRecordComponent") // content of a file, never compared
    record Content(byte[] content) implements Fetched {}

    record Later() implements Fetched {}

    /// It will never be had: it is too large, too old, or was never there.
    record Lost() implements Fetched {}

    /// Of an answer that holds the file, or says why not.
    static Fetched of(Answered answered) {
      return switch (answered) {
        case Answered.Answer answer when answer.success() -> new Content(answer.body());
        case Answered.Answer answer when answer.passing() -> new Later();
        case Answered.Answer _ -> new Lost();
        case Answered.Failed(var code, _) when HOPELESS.contains(code) -> new Lost();
        case Answered.Failed _ -> new Later();
      };
    }
  }
}
