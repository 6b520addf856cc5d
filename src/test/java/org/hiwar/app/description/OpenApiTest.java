package org.hiwar.app.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.house.CommittedFile;
import org.hiwar.testing.ApiTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenApiTest extends ApiTest {
  private JsonNode description() {
    var description = logIn("administrator").get("/v3/api-docs").expect(200).body();
    if (description instanceof ObjectNode object) object.remove("servers");
    return description;
  }

  @Test
  void theCommittedDescriptionIsWhatTheServerSays() {
    var mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    CommittedFile.at("docs/openapi.json")
        .mustSay(mapper.writeValueAsString(description()) + "\n", getClass());
  }

  @Test
  void onlyWhoHasThePrivilegeReadsItFromTheServer() {
    stranger().get("/v3/api-docs").expect(401);
    logIn("agent").get("/v3/api-docs").expect(403);
  }

  @Test
  void everyOperationHasANameASummaryAndItsRefusals() {
    for (var path : description().path("paths").properties())
      for (var operation : path.getValue().properties()) {
        var what = operation.getKey() + " " + path.getKey();
        assertThat(operation.getValue().path("operationId").asString("")).as(what).isNotEmpty();
        assertThat(operation.getValue().path("summary").asString("")).as(what).isNotEmpty();
        assertThat(operation.getValue().path("responses").has("503")).as(what).isTrue();
      }
  }

  @Test
  void idsAreStringsAsNumbersOfThisSizeDoNotSurviveJavaScript() {
    var numbers = new ArrayList<String>();
    collectNumericIds(description(), "", numbers);
    assertThat(numbers).isEmpty();
  }

  private static void collectNumericIds(JsonNode node, String path, List<String> found) {
    for (var property : node.properties()) {
      boolean id = property.getKey().equals("id") || property.getKey().endsWith("Id");
      if (id && property.getValue().path("type").toString().contains("integer"))
        found.add(path + "/" + property.getKey());
      collectNumericIds(property.getValue(), path + "/" + property.getKey(), found);
    }
    for (var element : node.isArray() ? node : JsonMapper.shared().createArrayNode())
      collectNumericIds(element, path, found);
  }
}
