package org.hiwar.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.access.ForEverybody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What the widget needs to know before anybody writes. Asked from other people's sites, without a
/// cookie.
@RestController
@ForEverybody
class ChatEntryApi {
  private final ChatDoor door;
  private final ChatAttendance attendance;

  /// `title` and `greeting` by language; empty text: the name, and none. `calls`: whether customers
  /// may call from there. `files`: whether they may send files. `open` false: they leave a message,
  /// and `closed` says so in words of its own; empty: in the widget's. `inHours`: it is within the
  /// hours of the service. `opens`: when the service opens again, by the clock of `zone`; null
  /// while it is open, or nobody knows when.
  record View(
      String name,
      Map<String, String> title,
      Map<String, String> greeting,
      Map<String, String> closed,
      String language,
      String accent,
      EntryLook.Side side,
      EntryForm form,
      boolean calls,
      boolean files,
      boolean open,
      boolean inHours,
      @Nullable Instant opens,
      String zone) {
    static View of(ChatEntry entry, ChatAttendance.Now now) {
      return new View(
          entry.name(),
          Map.of("en", entry.en().title(), "ar", entry.ar().title()),
          Map.of("en", entry.en().greeting(), "ar", entry.ar().greeting()),
          Map.of("en", entry.en().closed(), "ar", entry.ar().closed()),
          entry.language(),
          entry.look().accent(),
          entry.look().side(),
          entry.form(),
          entry.calls() != null,
          entry.files(),
          now.inHours() && (entry.away() == ChatEntry.Away.WAIT || now.attended()),
          now.inHours(),
          now.opens(),
          now.zone().getId());
    }
  }

  ChatEntryApi(ChatDoor door, ChatAttendance attendance) {
    this.door = door;
    this.attendance = attendance;
  }

  @GetMapping("/api/chat/{workspace}/{entry}")
  ResponseEntity<View> entry(
      @PathVariable String workspace, @PathVariable String entry, HttpServletRequest request) {
    var opened = door.find(workspace, entry).orElseThrow(Refusal::notFound);
    var found = opened.entry();
    var answer =
        ResponseEntity.ok()
            .cacheControl(CacheControl.noCache())
            .header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && ChatDoor.admits(found, origin, request.getHeader(HttpHeaders.HOST)))
      answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    return answer.body(View.of(found, attendance.of(opened.workspace(), found.service())));
  }
}
