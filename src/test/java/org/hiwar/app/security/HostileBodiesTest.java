package org.hiwar.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestBrowser.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// For every endpoint there is: whatever stands in any place of its body or behind its path, it
/// answers that it took it or why not, and never that the server failed. A new endpoint is taken in
/// by itself.
class HostileBodiesTest {
  private static final FilledWorkspace MINE = FilledWorkspace.make();
  private static final String PLACE = "what is to stand here";

  /// As JSON: what no database keeps, what turns writing, a word without an end, a depth without
  /// one, and numbers beyond all numbers.
  private static final List<String> HOSTILE =
      List.of(
          "\"<script>\\u202egpj\\u200b\\u2066" + "\\u0301".repeat(50) + "\"",
          "\"" + "W".repeat(20_000) + "\"",
          "[".repeat(3_000),
          "1e999999",
          "-99999999999999999999999999999");

  private static final List<String> NO_TEXTS = List.of("\"a\\u0000b\"", "\"a\\ud800b\"");

  private static TestBrowser me = new TestBrowser();

  @BeforeAll
  static void logIn() {
    me = MINE.workspace().logIn(FilledWorkspace.OWNER);
  }

  static List<Endpoint> endpointsWithABody() {
    return Endpoint.all().stream()
        .filter(endpoint -> Samples.body(endpoint, MINE.ids()).startsWith("{"))
        .toList();
  }

  static List<Endpoint> endpointsWithWords() {
    return Endpoint.all().stream()
        .filter(endpoint -> endpoint.method().equals("GET") && !parameters(endpoint).isEmpty())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("endpointsWithABody")
  void whateverStandsInABodyIsTakenOrRefused(Endpoint endpoint) {
    var body = JsonMapper.shared().readTree(Samples.body(endpoint, MINE.ids()));
    var places = new ArrayList<Consumer<JsonNode>>();
    var texts = new ArrayList<Boolean>();
    places(body, places, texts);
    for (int i = 0; i < places.size(); i++) {
      var whole = body.deepCopy();
      places(whole, places = new ArrayList<>(), texts = new ArrayList<>());
      places.get(i).accept(JsonMapper.shared().stringNode(PLACE));
      for (var hostile : HOSTILE)
        assertThat(sent(endpoint, whole, hostile).status()).as(hostile(hostile)).isLessThan(500);
      if (texts.get(i))
        for (var none : NO_TEXTS)
          assertThat(sent(endpoint, whole, none).status()).as(none).isBetween(400, 499);
    }
  }

  private static String hostile(String json) {
    return json.substring(0, Math.min(30, json.length()));
  }

  private static Answer sent(Endpoint endpoint, JsonNode body, String instead) {
    me.header("Idempotency-Key", UUID.randomUUID().toString());
    var json = body.toString().replace("\"" + PLACE + "\"", instead);
    return me.send(endpoint.method(), Samples.path(endpoint, MINE.ids()), json);
  }

  /// How each value of the body is set, and whether it is a text.
  private static void places(JsonNode at, List<Consumer<JsonNode>> places, List<Boolean> texts) {
    switch (at) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(
                  one -> {
                    places.add(value -> object.set(one.getKey(), value));
                    texts.add(one.getValue().isString());
                    places(one.getValue(), places, texts);
                  });
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          int which = i;
          places.add(value -> array.set(which, value));
          texts.add(array.get(i).isString());
          places(array.get(i), places, texts);
        }
      }
      default -> {}
    }
  }

  @ParameterizedTest
  @MethodSource("endpointsWithWords")
  void whateverStandsBehindAPathIsTakenOrRefused(Endpoint endpoint) {
    var path = Samples.path(endpoint, MINE.ids());
    for (var name : parameters(endpoint))
      for (var word :
          List.of("%00", "a%00b", "%E2%80%AE%F3%A0%81%81", "W".repeat(3_000), "%25_'\"")) {
        var asked =
            path + (path.contains("?") ? "&" : "?") + name + "=" + word.replace("\"", "%22");
        assertThat(me.get(asked).status()).as(asked).isLessThan(500);
      }
  }

  private static List<String> parameters(Endpoint endpoint) {
    return Arrays.stream(endpoint.handler().getMethodParameters())
        .filter(one -> one.hasParameterAnnotation(RequestParam.class))
        .map(one -> String.valueOf(one.getParameter().getName()))
        .toList();
  }
}
