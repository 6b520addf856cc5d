package org.hiwar.app.description;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The refusals that every endpoint shares, one for each status.
final class ProblemResponses {
  static final String SCHEMA = "Problem";

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("400", "The request cannot be read."),
          Map.entry("401", "Not logged in, or the session has ended."),
          Map.entry("403", "The role does not allow it, or the request came from a foreign page."),
          Map.entry("404", "There is no such thing in this workspace."),
          Map.entry("409", "Does not fit the present state; the code says why."),
          Map.entry("413", "Too large or too long."),
          Map.entry("422", "A value cannot be accepted; the code says which."),
          Map.entry("429", "Too often; `retryAfterMs` says how long to wait."),
          Map.entry("500", "A failure of the server, logged under the id `failure`."),
          Map.entry("503", "Not possible at this moment; nothing was changed. Try again."));

  private ProblemResponses() {}

  static Schema<?> schema() {
    return new JsonSchema()
        .types(Set.of("object"))
        .addProperty("type", text("urn:hiwar:problem:<code>"))
        .addProperty("title", text("The code in words."))
        .addProperty("status", new JsonSchema().types(Set.of("integer")))
        .addProperty("detail", text("A sentence that says what to do."))
        .addProperty("retryAfterMs", new JsonSchema().types(Set.of("integer")))
        .addProperty("failure", text("The number under which a failure was logged."))
        .required(List.of("type", "title", "status", "detail"));
  }

  static Map<String, ApiResponse> all() {
    var all = new LinkedHashMap<String, ApiResponse>();
    MEANINGS.forEach((status, meaning) -> all.put(SCHEMA + status, response(meaning)));
    return all;
  }

  static ApiResponse reference(String status) {
    if (!MEANINGS.containsKey(status))
      throw new IllegalArgumentException("no meaning is written for status " + status);
    return new ApiResponse().$ref("#/components/responses/" + SCHEMA + status);
  }

  private static ApiResponse response(String meaning) {
    var schema = new JsonSchema().$ref("#/components/schemas/" + SCHEMA);
    return new ApiResponse()
        .description(meaning)
        .content(
            new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
  }

  private static Schema<?> text(String meaning) {
    return new JsonSchema().types(Set.of("string")).description(meaning);
  }
}
