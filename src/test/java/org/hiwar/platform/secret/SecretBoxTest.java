package org.hiwar.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.hiwar.platform.BadSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
  private final SecureRandom random = new SecureRandom();
  @TempDir private Path folder;

  private SecretBox box() {
    return new SecretBox(new KeyFile(() -> folder, random), random);
  }

  @Test
  void whatIsSealedOpensAgainAlsoAfterARestart() {
    var sealed = box().seal("here", "شجرة زيتون");
    assertThat(box().open("here", sealed)).contains("شجرة زيتون");
    assertThat(box().open("here", box().seal("here", ""))).contains("");
  }

  @Test
  void itOpensNowhereElse() {
    assertThat(box().open("there", box().seal("here", "olive tree"))).isEmpty();
  }

  @Test
  void theSameTextIsNeverSealedTheSame() {
    assertThat(box().seal("here", "olive tree")).isNotEqualTo(box().seal("here", "olive tree"));
  }

  @Test
  void nothingOfItCanBeChanged() {
    var sealed = Base64.getDecoder().decode(box().seal("here", "olive tree"));
    for (int at = 0; at < sealed.length; at++) {
      var changed = sealed.clone();
      changed[at] ^= 1;
      assertThat(box().open("here", Base64.getEncoder().encodeToString(changed))).isEmpty();
    }
  }

  @Test
  void whatIsNoSealedTextDoesNotOpen() {
    for (var text : new String[] {"", "?", "AAAA", "AAAAAAAAAAAAAAAA"})
      assertThat(box().open("here", text)).as(text).isEmpty();
  }

  @Test
  void theKeyIsReadableForItsOwnerAlone() throws Exception {
    box().seal("here", "olive tree");
    assertThat(Files.getPosixFilePermissions(folder.resolve(KeyFile.NAME)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void noKeyIsMadeBeforeThereIsASecret() {
    box();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatIsNoKeyIsSaidToBeNone() throws Exception {
    Files.writeString(folder.resolve(KeyFile.NAME), "olive tree");
    assertThatThrownBy(() -> box().seal("here", "x"))
        .isInstanceOf(BadSetup.class)
        .hasMessageContaining(KeyFile.NAME);
  }
}
