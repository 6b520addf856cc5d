package org.hiwar.workspace.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.Role;
import org.junit.jupiter.api.Test;

class NotReadyReasonsApiTest extends ApiTest {
  private static final String ALL = "/api/not-ready-reasons";

  private final TestBrowser administrator = logIn("administrator");

  private String made(String name) {
    return administrator.post(ALL, Map.of("name", name)).expect(201).body().path("id").asString();
  }

  private List<String> names() {
    return administrator
        .get(ALL)
        .expect(200)
        .body()
        .valueStream()
        .map(one -> one.path("name").asString())
        .toList();
  }

  @Test
  void reasonsAreMadeRenamedOrderedAndRemoved() {
    var prayer = made("صلاة");
    var meeting = made(" Meeting ");
    assertThat(names()).containsExactly("صلاة", "Meeting");
    administrator.put(ALL + "/" + meeting, Map.of("name", "اجتماع")).expect(200);
    administrator.put(ALL, Map.of("reasons", List.of(meeting, prayer))).expect(204);
    assertThat(names()).containsExactly("اجتماع", "صلاة");
    administrator.delete(ALL + "/" + prayer).expect(204);
    administrator.delete(ALL + "/" + prayer).expect(404);
    assertThat(names()).containsExactly("اجتماع");
    // Its name is free again.
    made("صلاة");
  }

  @Test
  void whatIsWrongWithAReasonIsSaidInASentence() {
    var only = made("Meeting");
    assertThat(administrator.post(ALL, Map.of("name", " ")).expect(422).problem())
        .isEqualTo("reason-name-invalid");
    assertThat(administrator.post(ALL, Map.of("name", "a\nb")).expect(422).problem())
        .isEqualTo("reason-name-invalid");
    assertThat(administrator.post(ALL, Map.of("name", "Meeting")).expect(409).problem())
        .isEqualTo("reason-name-taken");
    assertThat(administrator.delete(ALL + "/" + only).expect(409).problem())
        .isEqualTo("reason-last");
    assertThat(administrator.put(ALL, Map.of("reasons", List.of())).expect(409).problem())
        .isEqualTo("reasons-changed");
    assertThat(administrator.put(ALL, Map.of("reasons", List.of(only, only))).expect(409).problem())
        .isEqualTo("reasons-changed");
  }

  @Test
  void nobodyChangesTheReasonsOfAnotherWorkspace() {
    var elsewhere = TestWorkspace.fresh();
    elsewhere.user("stranger", Role.ADMINISTRATOR);
    var stranger = elsewhere.logIn("stranger");
    var meeting = made("Meeting");
    made("Training");
    stranger.put(ALL + "/" + meeting, Map.of("name", "Theirs")).expect(404);
    stranger.delete(ALL + "/" + meeting).expect(404);
    assertThat(stranger.get(ALL).expect(200).body().size()).isZero();
    assertThat(names()).containsExactly("Meeting", "Training");
    logIn("supervisor").post(ALL, Map.of("name", "Mine")).expect(403);
  }
}
