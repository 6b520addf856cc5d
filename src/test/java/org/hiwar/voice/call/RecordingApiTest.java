package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hiwar.Requirement;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.IncomingPhoneCall;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.voice.media.record.Recorder;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;

/// Recordings over HTTP.
class RecordingApiTest extends ApiTest {
  private static final Instant NOW = Instant.parse("2026-11-03T10:00:00Z");

  private final UserId talker = workspace.user("talker", Role.AGENT);
  private final RecordingId recording = new RecordingId(TestDatabase.ids().next());
  private final String file = workspaceId() + "/2026-11/" + recording;
  private final InteractionId call = call();

  @Test
  @Requirement("S0-65")
  void asMuchAsIsAskedForIsSentAndEachListeningIsInTheAuditLog() {
    record();
    var supervisor = logIn("supervisor");
    var path = "/api/recordings/" + recording;

    var all = supervisor.get(path + "/audio").expect(200).response();
    assertThat(all.headers().firstValue("Content-Type").orElseThrow()).startsWith("audio/");
    assertThat(all.headers().firstValue("Accept-Ranges")).hasValue("bytes");
    var part = supervisor.header("Range", "bytes=2-5").get(path + "/audio").expect(206).response();
    assertThat(part.headers().firstValue("Content-Range").orElseThrow()).startsWith("bytes 2-5/");
    assertThat(listenings()).as("winding forward is the same listening").isEqualTo(1);

    var waveform = supervisor.header("Range", null).get(path + "/waveform").expect(200).body();
    assertThat(waveform.get("seconds").asDouble()).isGreaterThan(0.2);
    assertThat(waveform.get("peaks").size()).isPositive();
    assertThat(waveform.get("peaks").get(0).size()).isEqualTo(2);
  }

  @Test
  @Requirement("S0-65")
  void agentsMayNotListen() {
    logIn("agent").get("/api/recordings/" + recording + "/audio").expect(403);
    assertThat(listenings()).isZero();
  }

  @Test
  void whatIsBeingWrittenIsNotThereYet() {
    begin();
    var answer = logIn("supervisor").get("/api/recordings/" + recording + "/audio");
    assertThat(answer.problem()).isEqualTo("recording-unfinished");
  }

  private InteractionId call() {
    var service =
        new Service(
            new ServiceId(TestDatabase.ids().next()),
            "Orders by phone",
            Medium.VOICE,
            false,
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            false,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofMinutes(1),
            false);
    RunningHiwar.bean(ServiceStore.class).add(workspaceId(), service);
    var incoming = new IncomingPhoneCall(service.id(), null, "+4930901820", null, NOW);
    var id =
        RunningHiwar.bean(Calls.class)
            .arrive(workspaceId(), incoming, _ -> List.of())
            .interaction();
    RunningHiwar.bean(CallDetailStore.class)
        .begin(
            workspaceId(),
            new CallDetail(
                id,
                Direction.INBOUND,
                "",
                "+4930901820",
                null,
                "sip",
                NOW,
                NOW,
                null,
                Duration.ZERO,
                null,
                null,
                null,
                null,
                null));
    return id;
  }

  private void begin() {
    RunningHiwar.bean(RecordingStore.class)
        .begin(
            workspaceId(), new CallRecording(recording, call, talker, file, NOW, 0, null, false));
  }

  private void record() {
    begin();
    var recorder = RunningHiwar.bean(Recorder.class);
    var running = recorder.start(file);
    Await.until(() -> running.length().toMillis() > 300);
    running.stop();
    var store = RunningHiwar.bean(RecordingStore.class);
    Await.until(() -> store.find(workspaceId(), recording).orElseThrow().length() != null);
    Await.until(
        () -> recorder.file(file).filter(found -> found.type().equals("audio/ogg")).isPresent());
  }

  private int listenings() {
    return TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql(
                        "select count(*) from audit_event where workspace = ? and what ="
                            + " 'recording.listened'")
                    .param(workspaceId().value())
                    .query(Integer.class)
                    .single());
  }
}
