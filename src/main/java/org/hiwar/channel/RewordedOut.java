package org.hiwar.channel;

import java.util.Optional;
import org.hiwar.conversation.OutChanges;
import org.hiwar.conversation.Reworded;
import org.hiwar.conversation.SentOut;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes what has gone out by accounts, where their channel can.
final class RewordedOut implements OutChanges {
  private static final Logger LOG = LoggerFactory.getLogger(RewordedOut.class);

  private final Accounts accounts;
  private final Channels channels;

  RewordedOut(Accounts accounts, Channels channels) {
    this.accounts = accounts;
    this.channels = channels;
  }

  @Override
  public boolean possible(String channel) {
    return channels.find(channel).filter(Channel::rewords).isPresent();
  }

  @Override
  public Optional<Reworded.Why> change(
      WorkspaceId workspace, SentOut message, @Nullable String text) {
    var account = accounts.find(workspace, new AccountId(message.account()));
    var channel = channels.find(message.channel());
    if (account.isEmpty() || channel.isEmpty()) return Optional.of(Reworded.Why.OUT);
    return switch (reword(channel.get(), account.get(), message, text)) {
      case Sending.Taken _ -> Optional.empty();
      case Sending.Refused _ -> Optional.of(Reworded.Why.REFUSED);
      case Sending.Later _ -> Optional.of(Reworded.Why.UNREACHABLE);
    };
  }

  private static Sending reword(
      Channel channel, Account account, SentOut message, @Nullable String text) {
    try {
      return channel.reword(account, message, text);
    } catch (RuntimeException e) {
      LOG.warn("channel {} failed to change a message", channel.name(), e);
      return new Sending.Refused("failed", e.toString());
    }
  }
}
