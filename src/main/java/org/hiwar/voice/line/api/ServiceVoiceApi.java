package org.hiwar.voice.line.api;

import java.time.Duration;
import java.util.Map;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.call.QueueRules;
import org.hiwar.voice.call.QueueRules.Announce;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.line.PhoneNumberId;
import org.hiwar.voice.line.PhoneNumberStore;
import org.hiwar.voice.line.ServiceVoice;
import org.hiwar.voice.line.ServiceVoiceStore;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a service does with calls, for administrators.
@RestController
@RequestMapping("/api/services/{service}/voice")
@Requires(Privilege.MANAGE_TELEPHONY)
class ServiceVoiceApi {
  /// Between two announcements, in seconds.
  private static final int SHORTEST = 20;

  private static final int LONGEST = 600;

  private final Database database;
  private final ServiceStore services;
  private final ServiceVoiceStore voices;
  private final PhoneNumberStore numbers;
  private final AuditLog audit;

  ServiceVoiceApi(
      Database database,
      ServiceStore services,
      ServiceVoiceStore voices,
      PhoneNumberStore numbers,
      AuditLog audit) {
    this.database = database;
    this.services = services;
    this.voices = voices;
    this.numbers = numbers;
    this.audit = audit;
  }

  /// `callerId` null: the trunk shows its own. `announce` is said while callers wait, every
  /// `announceEvery` seconds; a change in which one of them is null leaves it as it is.
  record VoiceView(
      @Nullable PhoneNumberId callerId,
      Rule recording,
      @Nullable Announce announce,
      @Nullable Integer announceEvery) {
    static VoiceView of(ServiceVoice voice) {
      return new VoiceView(
          voice.callerId(),
          voice.recording(),
          voice.queue().announce(),
          Math.toIntExact(voice.queue().every().toSeconds()));
    }
  }

  @GetMapping
  VoiceView read(CurrentUser user, @PathVariable ServiceId service) {
    requireCalled(user, service);
    return VoiceView.of(voices.of(user.workspace(), service));
  }

  @PutMapping
  VoiceView change(CurrentUser user, @PathVariable ServiceId service, @RequestBody VoiceView wish) {
    return database.in(
        user.workspace().value(),
        _ -> {
          requireCalled(user, service);
          var caller = wish.callerId();
          if (caller != null && numbers.find(user.workspace(), caller).isEmpty())
            throw Refusal.invalid(
                "number-unknown", "A service can show only a number of yours. Choose one.");
          var next = new ServiceVoice(caller, wish.recording(), queue(user, service, wish));
          voices.set(user.workspace(), service, next);
          audit.record(
              user.workspace(),
              user.user(),
              "service-voice.changed",
              service.toString(),
              Map.of("recording", wish.recording(), "announce", next.queue().announce()));
          return VoiceView.of(next);
        });
  }

  private QueueRules.Rule queue(CurrentUser user, ServiceId service, VoiceView wish) {
    var before = voices.of(user.workspace(), service).queue();
    var announce = wish.announce();
    var every = wish.announceEvery();
    if (every != null && (every < SHORTEST || every > LONGEST))
      throw Refusal.invalid(
          "announce-every-invalid",
          "Callers can be told something every " + SHORTEST + " to " + LONGEST + " seconds.");
    return new QueueRules.Rule(
        announce == null ? before.announce() : announce,
        every == null ? before.every() : Duration.ofSeconds(every));
  }

  private void requireCalled(CurrentUser user, ServiceId service) {
    var found = services.find(user.workspace(), service).orElseThrow(Refusal::notFound);
    if (found.medium() != Medium.VOICE)
      throw Refusal.invalid("service-not-called", "This service has no calls.");
  }
}
