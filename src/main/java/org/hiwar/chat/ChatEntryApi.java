package org.hiwar.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.access.ForEverybody;
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

  /// `greeting` by language; empty text: none. `calls`: whether customers may call from there.
  record View(
      String name, Map<String, String> greeting, String language, String accent, boolean calls) {}

  ChatEntryApi(ChatDoor door) {
    this.door = door;
  }

  @GetMapping("/api/chat/{workspace}/{entry}")
  ResponseEntity<View> entry(
      @PathVariable String workspace, @PathVariable String entry, HttpServletRequest request) {
    var found = door.find(workspace, entry).orElseThrow(Refusal::notFound).entry();
    var answer =
        ResponseEntity.ok()
            .cacheControl(CacheControl.noCache())
            .header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && ChatDoor.admits(found, origin, request.getHeader(HttpHeaders.HOST)))
      answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    return answer.body(
        new View(
            found.name(),
            Map.of("en", found.greetingEn(), "ar", found.greetingAr()),
            found.language(),
            found.accent(),
            found.calls() != null));
  }
}
