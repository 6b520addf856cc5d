package org.hiwar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hiwar.Requirement;
import org.hiwar.channel.Line.Standing;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Workspaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinesTest {
  private final AccountScene scene = new AccountScene();
  private final Inbox inbox = (_, _, _) -> CompletableFuture.completedFuture(Inbox.Kept.STORED);
  private final Lines lines =
      new Lines(
          new Workspaces(TestDatabase.database(), TestDatabase.ids(), Clock.systemUTC()),
          scene.accounts,
          scene.channels,
          inbox,
          Clock.systemUTC());

  @AfterEach
  void stop() {
    scene.postcards.closing.countDown();
    lines.stop();
  }

  private boolean isUp(Account account) {
    return lines.standing(account.id()).map(Standing::up).orElse(false);
  }

  @Test
  void everyEnabledAccountHasALineAfterTheStart() {
    var account = scene.added("box 1", "here");
    var off = AccountScene.enabled(scene.account("box 2", "here"), false);
    scene.accounts.add(off);
    lines.start();
    Await.until(() -> isUp(account));
    assertThat(scene.postcards.opened(account.id())).contains(account);
    assertThat(scene.postcards.opened(off.id())).isEmpty();
    assertThat(lines.standing(off.id())).isEmpty();
  }

  @Test
  void anAccountThatIsAddedLaterGetsOneToo() {
    lines.start();
    var account = scene.added("box 1", "here");
    Await.until(() -> isUp(account));
  }

  @Test
  void aChangedAccountIsOpenedAnewAsItIsNow() {
    var account = scene.added("box 1", "here");
    lines.start();
    Await.until(() -> isUp(account));
    scene.accounts.change(AccountScene.withHost(account, "away", 1));
    Await.until(() -> lines.standing(account.id()).filter(one -> !one.up()).isPresent());
    var opened = scene.postcards.opened(account.id()).orElseThrow();
    assertThat(opened.setting("host")).isEqualTo("away");
    assertThat(opened.version()).isEqualTo(2);
    assertThat(lines.standing(account.id()).map(Standing::code)).contains("no-answer");
  }

  @Test
  @Requirement("S0-47")
  void anAccountThatIsSwitchedOffTakesNothingIn() {
    var account = scene.added("box 1", "here");
    lines.start();
    Await.until(() -> isUp(account));
    scene.accounts.change(AccountScene.enabled(account, false));
    Await.until(() -> lines.standing(account.id()).isEmpty());
    assertThat(scene.postcards.opened(account.id())).isEmpty();
  }

  @Test
  void theLineOfARemovedAccountIsClosed() {
    var account = scene.added("box 1", "here");
    lines.start();
    Await.until(() -> isUp(account));
    scene.accounts.remove(scene.workspace, account.id());
    Await.until(() -> lines.standing(account.id()).isEmpty());
    assertThat(scene.postcards.opened(account.id())).isEmpty();
  }

  @Test
  void whatCannotBeOpenedIsShownAsDownAndTriedAgain() {
    var broken = scene.added("box 1", "broken");
    var good = scene.added("box 2", "here");
    lines.start();
    Await.until(() -> isUp(good));
    Await.until(() -> scene.postcards.tries(broken.id()) > 1);
    assertThat(lines.standing(broken.id()).map(Standing::up)).contains(false);
    assertThat(lines.standing(broken.id()).map(Standing::code)).contains(Lines.OPEN_FAILED);
  }

  @Test
  void anAccountOfAChannelThatIsNotThereIsShownAsDown() {
    var account = scene.added("box 1", "here");
    TestDatabase.database()
        .in(
            scene.workspace.value(),
            db -> db.sql("update channel_account set channel = 'pigeon'").update());
    var away = scene.store(new byte[32]).find(scene.workspace, account.id());
    assertThat(away.map(Account::channel)).isEqualTo(Optional.of("pigeon"));
    scene.accounts.change(account); // is not, but forgets what was read
    lines.start();
    Await.until(() -> lines.standing(account.id()).isPresent());
    assertThat(lines.standing(account.id()).map(Standing::code)).contains(Lines.CHANNEL_UNKNOWN);
  }

  @Test
  void aLineThatIsSlowToCloseHoldsUpItsOwnAccountAlone() {
    var slow = scene.added("box 1", "slow");
    var other = scene.added("box 2", "slow");
    var quick = scene.added("box 3", "here");
    lines.start();
    Await.until(() -> isUp(slow) && isUp(other) && isUp(quick));
    scene.accounts.change(AccountScene.withHost(slow, "here", 1));
    scene.accounts.change(AccountScene.withHost(other, "here", 1));
    scene.accounts.change(AccountScene.withHost(quick, "away", 1));
    Await.until(() -> hostOf(quick).equals("away"));
    var added = scene.added("box 4", "here");
    Await.until(() -> isUp(added));
    assertThat(scene.postcards.tries(slow.id())).as("its old line is still open").isEqualTo(1);
    assertThat(hostOf(slow)).isEqualTo("slow");
    assertThat(isUp(slow)).as("shown until it is closed").isTrue();
    scene.postcards.closing.countDown();
    Await.until(() -> hostOf(slow).equals("here") && hostOf(other).equals("here"));
    assertThat(scene.postcards.tries(slow.id())).isEqualTo(2);
  }

  private String hostOf(Account account) {
    return scene.postcards.opened(account.id()).map(one -> one.setting("host")).orElse("");
  }

  @Test
  void afterTheStopNoLineIsOpen() {
    var account = scene.added("box 1", "here");
    lines.start();
    Await.until(() -> isUp(account));
    lines.stop();
    assertThat(scene.postcards.opened(account.id())).isEmpty();
  }
}
