package org.hiwar.voice.call.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hiwar.platform.Refusal;
import org.hiwar.voice.call.CallRecording;
import org.hiwar.voice.call.RecordingId;
import org.hiwar.voice.call.RecordingStore;
import org.hiwar.voice.media.record.RecordedFile;
import org.hiwar.voice.media.record.Recorder;
import org.hiwar.voice.media.record.Side;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Recordings of calls, for those who may listen to them. Each request for sound is in the audit
/// log; a player sends several while somebody listens.
@RestController
@RequestMapping("/api/recordings/{recording}")
@Requires(Privilege.LISTEN_TO_RECORDINGS)
class RecordingApi {
  /// More than there are points on a screen to draw them at.
  private static final int PEAKS = 1_200;

  private final RecordingStore recordings;
  private final Recorder recorder;
  private final Listenings listenings;
  private final AuditLog audit;

  RecordingApi(
      RecordingStore recordings, Recorder recorder, Listenings listenings, AuditLog audit) {
    this.recordings = recordings;
    this.recorder = recorder;
    this.listenings = listenings;
    this.audit = audit;
  }

  /// `peaks` are the loudest moments of equal parts, agent and customer, each 0 to 100.
  record Peaks(double seconds, List<List<Integer>> peaks) {}

  /// Agent left, customer right. Parts can be asked for with `Range`.
  @GetMapping("/audio")
  ResponseEntity<Resource> audio(CurrentUser user, @PathVariable RecordingId recording) {
    var found = find(user, recording);
    var file = file(found);
    listenings.note(
        user.workspace(),
        user.user(),
        recording,
        () ->
            audit.record(
                user.workspace(),
                user.user(),
                "recording.listened",
                recording.toString(),
                Map.of("interaction", found.call().toString())));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type()))
        .cacheControl(CacheControl.noStore())
        .body(new FileSystemResource(file.sound()));
  }

  @GetMapping("/waveform")
  Peaks waveform(CurrentUser user, @PathVariable RecordingId recording) throws IOException {
    var found = find(user, recording);
    var length = found.length();
    if (length == null) throw CallProblem.RECORDING_UNFINISHED.refusal();
    var waveform = file(found).waveform();
    var peaks = folded(waveform.peaks(Side.AGENT), waveform.peaks(Side.CUSTOMER));
    return new Peaks(length.toMillis() / 1_000.0, peaks);
  }

  private CallRecording find(CurrentUser user, RecordingId recording) {
    return recordings.find(user.workspace(), recording).orElseThrow(Refusal::notFound);
  }

  private RecordedFile file(CallRecording recording) {
    if (recording.length() == null && !recording.failed())
      throw CallProblem.RECORDING_UNFINISHED.refusal();
    return recorder.file(recording.file()).orElseThrow(CallProblem.RECORDING_LOST::refusal);
  }

  private static List<List<Integer>> folded(byte[] agent, byte[] customer) {
    var parts = Math.min(PEAKS, agent.length);
    var folded = new ArrayList<List<Integer>>(parts);
    for (var i = 0; i < parts; i++) {
      var from = (int) ((long) agent.length * i / parts);
      var to = (int) ((long) agent.length * (i + 1) / parts);
      folded.add(List.of(loudest(agent, from, to), loudest(customer, from, to)));
    }
    return folded;
  }

  private static int loudest(byte[] peaks, int from, int to) {
    var loudest = 0;
    for (var i = from; i < to; i++) loudest = Math.max(loudest, peaks[i] & 0xFF);
    return loudest * 100 / 255;
  }
}
