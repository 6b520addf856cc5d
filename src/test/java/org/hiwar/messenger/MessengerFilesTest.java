package org.hiwar.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.conversation.Attachment;
import org.hiwar.conversation.AttachmentStore;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// Files of customers, of a messenger that answers what the test says.
class MessengerFilesTest implements Accounts {
  private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

  private final Account account = TestAccounts.stored("parcels", "office", Map.of());
  private final AtomicReference<Instant> now = new AtomicReference<>(TestAccounts.NOW);
  private final ArrayDeque<Fetching.Fetched> answers = new ArrayDeque<>();
  private final AttachmentStore store = new AttachmentStore(TestDatabase.database());
  private final Message message =
      new Message(
          new ConversationId(TestDatabase.ids().next()),
          1,
          new MessageId(TestDatabase.ids().next()),
          new InteractionId(TestDatabase.ids().next()),
          UUID.randomUUID(),
          Author.CUSTOMER,
          "bill.pdf",
          TestAccounts.NOW,
          null,
          null);

  @TempDir Path folder = Path.of("");

  private final class Parcels implements Fetching {
    @Override
    public String name() {
      return "parcels";
    }

    @Override
    public Fetched fetch(Account from, String reference) {
      assertThat(from.id()).isEqualTo(account.id());
      assertThat(reference).isEqualTo("parcel-7");
      return answers.removeFirst();
    }
  }

  private MessengerFiles files() {
    var clock = Clock.fixed(now.get(), ZoneOffset.UTC);
    return new MessengerFiles(
        new FileStore(TestDatabase.database()),
        new Attachments(store, folder, TestDatabase.ids(), Clock.systemUTC()),
        this,
        new StaticListableBeanFactory(Map.of("parcels", new Parcels()))
            .getBeanProvider(Fetching.class),
        clock);
  }

  private void comes() {
    comes(Coming.elsewhere("bill.pdf", "parcel-7"));
  }

  private void comes(Coming... files) {
    files().came(account.workspace(), account.id(), message, List.of(files));
  }

  /// One look after this time has passed, by a process that has just begun.
  private void lookAfter(Duration passed) throws InterruptedException {
    now.updateAndGet(before -> before.plus(passed));
    files().round(account.workspace());
  }

  private Attachment file() {
    return store
        .ofMessages(account.workspace(), List.of(message.id()))
        .getOrDefault(message.id(), List.of())
        .getFirst();
  }

  @Override
  public Optional<Account> find(WorkspaceId workspace, AccountId id) {
    return Optional.of(account).filter(one -> one.id().equals(id));
  }

  @Override
  public List<Account> all(WorkspaceId workspace) {
    return List.of(account);
  }

  @Test
  void aFileIsShownBeforeItIsHere() throws Exception {
    comes();
    assertThat(file().state()).isEqualTo(Attachment.State.PENDING);
    assertThat(file().name()).isEqualTo("bill.pdf");

    answers.add(new Fetching.Fetched.Content(PDF));
    lookAfter(Duration.ZERO);

    assertThat(file().state()).isEqualTo(Attachment.State.READY);
    assertThat(file().type()).isEqualTo("application/pdf");
    lookAfter(Duration.ofHours(1));
  }

  @Test
  void aMessageThatIsTakenInAgainHasItsFileOnce() throws Exception {
    comes();
    comes();
    answers.add(new Fetching.Fetched.Content(PDF));
    lookAfter(Duration.ZERO);
    comes();
    lookAfter(Duration.ofHours(1));

    assertThat(store.ofMessages(account.workspace(), List.of(message.id())).get(message.id()))
        .hasSize(1);
  }

  @Test
  void whatCameWithTheMessageIsHereBeforeWhatHasToBeFetched() throws Exception {
    comes(new Coming("here.pdf", new Coming.Here(PDF)), Coming.elsewhere("there.pdf", "parcel-7"));

    var both =
        store
            .ofMessages(account.workspace(), List.of(message.id()))
            .getOrDefault(message.id(), List.of());
    assertThat(both).extracting(Attachment::name).containsExactly("here.pdf", "there.pdf");
    assertThat(both)
        .extracting(Attachment::state)
        .containsExactly(Attachment.State.READY, Attachment.State.PENDING);
    answers.add(new Fetching.Fetched.Lost());
    lookAfter(Duration.ZERO);
    assertThat(file().state()).isEqualTo(Attachment.State.READY);
  }

  @Test
  void whatCannotBeHadNowIsAskedForAgainAfterLongerAndLongerPauses() throws Exception {
    comes();
    answers.add(new Fetching.Fetched.Later());
    lookAfter(Duration.ZERO);
    lookAfter(Duration.ofSeconds(4)); // asked nobody: it was too early
    answers.add(new Fetching.Fetched.Later());
    lookAfter(Duration.ofSeconds(1));
    lookAfter(Duration.ofSeconds(9));
    answers.add(new Fetching.Fetched.Content(PDF));
    lookAfter(Duration.ofSeconds(1));

    assertThat(file().state()).isEqualTo(Attachment.State.READY);
  }

  @Test
  void whatWillNeverBeHadHasFailed() throws Exception {
    comes();
    answers.add(new Fetching.Fetched.Lost());
    lookAfter(Duration.ZERO);

    assertThat(file().state()).isEqualTo(Attachment.State.FAILED);
  }

  @Test
  void whatWasAskedForOftenEnoughHasFailed() throws Exception {
    comes();
    for (int tries = 0; tries < MessengerLimits.FETCH_TRIES; tries++) {
      answers.add(new Fetching.Fetched.Later());
      lookAfter(Duration.ofHours(1));
    }

    assertThat(answers).isEmpty();
    assertThat(file().state()).isEqualTo(Attachment.State.FAILED);
  }
}
