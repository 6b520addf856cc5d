package org.hiwar.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestBrowser.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For every endpoint there is: somebody of another workspace, with all rights there, who uses the
/// ids of this one gets the answer that ids get which nothing has. A new endpoint is taken in by
/// itself, or fails here until its body and ids are known (`Samples`, `FilledWorkspace`).
class CrossWorkspaceTest {
  private static final FilledWorkspace THEIRS = FilledWorkspace.make();
  private static final FilledWorkspace MINE = FilledWorkspace.make();
  private static final Map<String, String> NOBODYS = FilledWorkspace.nobodysIds(THEIRS.ids());
  private static TestBrowser me = new TestBrowser();

  @BeforeAll
  static void logIn() {
    me = MINE.workspace().logIn(FilledWorkspace.OWNER);
  }

  static List<Endpoint> endpointsOfUsers() {
    return Endpoint.all().stream()
        .filter(endpoint -> !(endpoint.admission() instanceof Admission.Everybody))
        .filter(endpoint -> !endpoint.path().equals("/api/logout"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("endpointsOfUsers")
  void theIdsOfAnotherWorkspaceLookLikeIdsThatNothingHas(Endpoint endpoint) {
    assertThat(Samples.know(endpoint)).as("Samples has the body of %s", endpoint).isTrue();
    assertThat(endpoint.variables())
        .as("FilledWorkspace has the ids of %s", endpoint)
        .allMatch(name -> THEIRS.ids().containsKey(name) || Samples.WORDS.containsKey(name));
    var before = THEIRS.content();
    var withTheirs = send(endpoint, THEIRS.ids());
    var withNobodys = send(endpoint, NOBODYS);
    assertThat(withTheirs.status()).isEqualTo(withNobodys.status());
    assertThat(withoutIds(withTheirs, THEIRS.ids())).isEqualTo(withoutIds(withNobodys, NOBODYS));
    if (THEIRS.ids().keySet().stream().anyMatch(id -> Samples.names(endpoint, id)))
      assertThat(withTheirs.status()).isBetween(400, 499);
    else
      assertThat(THEIRS.ids().values()).noneMatch(id -> withTheirs.body().toString().contains(id));
    assertThat(THEIRS.content()).isEqualTo(before);
  }

  /// Otherwise the test above would compare two answers to a request that is wrong anyway.
  @ParameterizedTest
  @MethodSource("endpointsOfUsers")
  void theSameRequestWithOnesOwnIdsIsUnderstood(Endpoint endpoint) {
    if (endpoint.method().equals("DELETE") || Samples.OF_LIVE_WORK.contains(endpoint.toString()))
      return;
    var answer = send(endpoint, MINE.ids());
    assertThat(answer.status()).as("%s", answer.body()).isNotIn(400, 401, 403, 404, 405, 415, 500);
  }

  @Test
  void everyEndpointWithoutAUserIsKnownByName() {
    assertThat(
            Endpoint.all().stream()
                .filter(endpoint -> endpoint.admission() instanceof Admission.Everybody)
                .map(Endpoint::toString))
        .isSubsetOf(
            "POST /api/login",
            "GET /api/chat/{workspace}/{entry}",
            "POST /api/chat/{workspace}/{entry}/files",
            "GET /api/chat/{workspace}/{entry}/files/{file}",
            "DELETE /api/chat/{workspace}/{entry}/files/{file}",
            "GET /api/webhooks/{workspace}/{account}",
            "POST /api/webhooks/{workspace}/{account}");
  }

  @Test
  void everySampleIsOfAnEndpoint() {
    assertThat(Samples.beyond(Endpoint.all())).isEmpty();
  }

  private static Answer send(Endpoint endpoint, Map<String, String> ids) {
    var body = Samples.body(endpoint, ids);
    me.header("Idempotency-Key", UUID.randomUUID().toString());
    return me.send(endpoint.method(), Samples.path(endpoint, ids), body.isEmpty() ? null : body);
  }

  private static String withoutIds(Answer answer, Map<String, String> ids) {
    var text = answer.body().toString();
    for (var id : ids.entrySet()) text = text.replace(id.getValue(), "{" + id.getKey() + "}");
    return text;
  }
}
