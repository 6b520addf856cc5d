package org.hiwar.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class AccountStoreTest {
  private final AccountScene scene = new AccountScene();

  private String stored(Account account) {
    return TestDatabase.database()
        .in(
            scene.workspace.value(),
            db ->
                db.sql("select settings::text from channel_account where id = ?")
                    .param(account.id().value())
                    .query(String.class)
                    .single());
  }

  @Test
  void anAccountIsFoundAsItWasAdded() {
    var account = scene.added("box 1", "here");
    assertThat(scene.accounts.find(scene.workspace, account.id())).contains(account);
    assertThat(scene.accounts.all(scene.workspace)).containsExactly(account);
    assertThat(scene.store(new byte[32]).all(scene.workspace))
        .as("by another process")
        .containsExactly(account);
  }

  @Test
  void anAccountIsOfItsWorkspaceAlone() {
    var account = scene.added("box 1", "here");
    var other = new AccountScene();
    assertThat(scene.accounts.find(other.workspace, account.id())).isEmpty();
    assertThat(scene.accounts.all(other.workspace)).isEmpty();
  }

  @Test
  void theDatabaseHoldsNoSecretThatCanBeRead() {
    var account = scene.added("box 1", "here");
    assertThat(stored(account)).contains("here", "sealed").doesNotContain("olive");
  }

  @Test
  void aSecretThatItsIssuerHasReplacedIsKeptWithoutAChangeOfVersion() {
    var account = scene.added("box 1", "here");
    assertThat(scene.accounts.renewSecret(account, "code", "fig-tree")).isTrue();
    var renewed = scene.accounts.find(scene.workspace, account.id()).orElseThrow();
    assertThat(renewed.setting("code")).isEqualTo("fig-tree");
    assertThat(renewed.version()).isEqualTo(account.version());
    assertThat(stored(account)).contains("sealed").doesNotContain("fig");

    // What was entered meanwhile counts.
    assertThat(scene.accounts.change(account)).isTrue();
    assertThat(scene.accounts.renewSecret(account, "code", "palm-tree")).isFalse();
    assertThat(scene.accounts.find(scene.workspace, account.id()).orElseThrow().setting("code"))
        .isEqualTo("olive-tree");
  }

  @Test
  void aSettingThatTheChannelDoesNotKnowCountsAsASecret() {
    var odd = AccountScene.withHost(scene.account("box 1", "here"), "here", 1);
    var settings = Map.of("host", "here", "code", "olive-tree", "former", "fig-tree");
    scene.accounts.add(
        new Account(
            odd.workspace(),
            odd.id(),
            odd.channel(),
            odd.name(),
            odd.address(),
            odd.service(),
            null,
            settings,
            true,
            1));
    assertThat(stored(odd)).doesNotContain("fig");
    assertThat(scene.accounts.find(scene.workspace, odd.id()).orElseThrow().settings())
        .isEqualTo(settings);
  }

  @Test
  void withAnotherKeySecretsAreAsIfTheyWereNotSet() {
    var account = scene.added("box 1", "here");
    var key = new byte[32];
    key[0] = 1;
    assertThat(scene.store(key).find(scene.workspace, account.id()).orElseThrow().settings())
        .isEqualTo(Map.of("host", "here"));
  }

  /// Nobody who can write into the database makes one account log in with the secret of another.
  @Test
  void aSecretOpensForItsOwnAccountOnly() {
    var one = scene.added("box 1", "here");
    var other = scene.added("box 2", "there");
    TestDatabase.database()
        .in(
            scene.workspace.value(),
            db ->
                db.sql(
                        "update channel_account set settings = (select settings from"
                            + " channel_account where id = ?) where id = ?")
                    .params(one.id().value(), other.id().value())
                    .update());
    var read = scene.store(new byte[32]);
    assertThat(read.find(scene.workspace, other.id()).orElseThrow().setting("code")).isEmpty();
    assertThat(read.find(scene.workspace, one.id()).orElseThrow().setting("code"))
        .isEqualTo("olive-tree");
  }

  @Test
  void oneAddressHasOneAccountUntilItIsRemoved() {
    var first = scene.added("box 1", "here");
    assertThat(scene.accounts.add(scene.account("box 1", "there"))).isFalse();
    var second = scene.added("box 2", "there");
    assertThat(scene.accounts.change(withAddress(second, "box 1"))).isFalse();
    assertThat(scene.accounts.remove(scene.workspace, first.id())).isTrue();
    assertThat(scene.accounts.change(withAddress(second, "box 1"))).isTrue();
  }

  private static Account withAddress(Account account, String address) {
    return new Account(
        account.workspace(),
        account.id(),
        account.channel(),
        account.name(),
        address,
        account.service(),
        account.language(),
        account.settings(),
        account.enabled(),
        account.version());
  }

  @Test
  void whoeverHasSeenAnOldOneChangesNothing() {
    var account = scene.added("box 1", "here");
    assertThat(scene.accounts.change(AccountScene.withHost(account, "there", 1))).isTrue();
    assertThat(scene.accounts.change(AccountScene.withHost(account, "elsewhere", 1))).isFalse();
    var now = scene.accounts.find(scene.workspace, account.id()).orElseThrow();
    assertThat(now.setting("host")).isEqualTo("there");
    assertThat(now.version()).isEqualTo(2);
  }

  @Test
  void oneThatWasRemovedKeepsItsNameAndNoSecret() {
    var account = scene.added("box 1", "here");
    assertThat(scene.accounts.remove(scene.workspace, account.id())).isTrue();
    assertThat(scene.accounts.remove(scene.workspace, account.id())).isFalse();
    assertThat(scene.accounts.all(scene.workspace)).isEmpty();
    assertThat(scene.accounts.present(scene.workspace, account.id())).isEmpty();
    var left = scene.accounts.find(scene.workspace, account.id()).orElseThrow();
    assertThat(left.name()).isEqualTo(account.name());
    assertThat(left.enabled()).isFalse();
    assertThat(stored(account)).doesNotContain("sealed");
  }

  @Test
  void listenersHearOfWhatIsCommittedAndSeeIt() {
    List<String> heard = new ArrayList<>();
    scene.accounts.listen(
        (workspace, id) ->
            heard.add(
                scene.store(new byte[32]).find(workspace, id).map(Account::version).toString()));
    var account = scene.added("box 1", "here");
    scene.accounts.change(AccountScene.withHost(account, "there", 1));
    assertThat(heard).containsExactly("Optional[1]", "Optional[2]");
  }

  @Test
  void anAccountIsWrittenIntoALogWithoutItsSecrets() {
    assertThat(scene.account("box 1", "here").toString()).doesNotContain("olive", "code");
  }
}
