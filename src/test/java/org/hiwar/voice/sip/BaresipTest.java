package org.hiwar.voice.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.hiwar.testing.Await;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Debian's baresip as a telephone: a SIP stack that is neither sipp's nor ours. It gives up when
/// SHA-256 is among what it is offered.
class BaresipTest extends VoiceTest {
  @TempDir private Path folder = Path.of("");

  BaresipTest() {
    super(TestEndpoint.withMd5(TestEndpoint.limits()));
  }

  private Process phone(Transport transport) throws IOException {
    var port = hiwar.endpoint().address().getPort();
    Files.writeString(
        folder.resolve("config"),
        """
        module_path /usr/lib/baresip/modules
        module g711.so
        module aufile.so
        module_app account.so
        module_app menu.so
        sip_listen 127.0.0.1:0
        net_interface 127.0.0.1
        audio_source aufile,%s
        audio_player aufile,%s
        audio_alert aufile,%s
        """
            .formatted(silence(), folder.resolve("heard.wav"), folder.resolve("alert.wav")));
    Files.writeString(
        folder.resolve("accounts"),
        "<sip:alice@127.0.0.1:"
            + port
            + (transport == Transport.TCP ? ";transport=tcp" : "")
            + ">;auth_user=alice;auth_pass=wort;answermode=auto;regint=120\n");
    return new ProcessBuilder("baresip", "-4", "-f", folder.toString(), "-s")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("screen").toFile())
        .start();
  }

  /// What it says: a minute of nothing.
  private Path silence() throws IOException {
    var format = new AudioFormat(8_000, 16, 1, true, false);
    int frames = 60 * 8_000;
    var samples = new ByteArrayInputStream(new byte[2 * frames]);
    var file = folder.resolve("silence.wav");
    AudioSystem.write(
        new AudioInputStream(samples, format, frames), AudioFileFormat.Type.WAVE, file.toFile());
    return file;
  }

  @ParameterizedTest
  @EnumSource
  void aTelephoneRegistersIsCalledAndAnswers(Transport transport) throws Exception {
    hiwar.phone("alice", "wort");
    var baresip = phone(transport);
    try {
      Await.until(() -> hiwar.endpoint().registeredPhones().contains("alice"));
      var out = hiwar.dial(new Dial.ToPhone("alice"));
      var event = out.heard().next(SipEvent.class);
      if (event instanceof SipEvent.Ringing) event = out.heard().next(SipEvent.class);
      assertThat(event).isInstanceOf(SipEvent.Answered.class);
      out.call().hangUp();
      assertThat(out.heard().next(SipEvent.Ended.class))
          .isEqualTo(new SipEvent.Ended(By.US, Cause.HUNG_UP));

      baresip.destroy(); // takes its registration back
      Await.until(() -> hiwar.endpoint().registeredPhones().isEmpty());
    } finally {
      baresip.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }
}
