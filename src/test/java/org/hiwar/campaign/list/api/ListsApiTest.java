package org.hiwar.campaign.list.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hiwar.Requirement;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestBrowser;
import org.junit.jupiter.api.Test;

class ListsApiTest extends ApiTest {
  private static final String LIST =
      """
      {"name": "Spring", "region": "SY", "zone": "Asia/Damascus", "expiresDays": 90, "fields": {"all": [
        {"name": "Phone", "type": "PHONE", "kind": "MOBILE", "required": true, "searchable": true, "key": true},
        {"name": "Name", "type": "FIRST_NAME", "required": false, "searchable": true, "key": false},
        {"name": "City", "type": "OTHER", "required": false, "searchable": true, "key": false}]}}\
      """;

  private final TestBrowser administrator = logIn("administrator");

  @Test
  @Requirement("S2-7")
  void aFileIsPreviewedMappedImportedAndRead() {
    var list = made();
    var file = "رقم الجوال;الاسم;City;Notes\n٠٩٤٤١٢٣٤٥٦;ليلى أحمد;حلب;x\nabc;=1+1;;y\n";
    var preview =
        administrator.send("POST", "/api/import-preview?list=" + list, file).expect(200).body();
    assertThat(preview.at("/preview/separator").asString()).isEqualTo(";");
    assertThat(preview.at("/preview/encoding").asString()).isEqualTo("UTF_8");
    assertThat(preview.at("/preview/columns").valueStream().map(c -> c.path("field").asInt()))
        .containsExactly(1, 2, 3, 0);
    assertThat(preview.at("/preview/rows/0/1").asString()).isEqualTo("ليلى أحمد");

    var begun =
        administrator
            .send(
                "POST",
                "/api/lists/" + list + "/imports?fileName=a.csv&policy=ADD&columns=1,2,3,",
                file)
            .expect(201);
    var at = "/api/imports/" + begun.body().path("id").asString();
    Await.until(() -> administrator.get(at).body().at("/standing/state").asString().equals("DONE"));
    var detail = administrator.get(at).expect(200).body();
    assertThat(detail.at("/standing/counts/added").asInt()).isOne();
    assertThat(detail.at("/refusals/0/reason").asString()).isEqualTo("NUMBER_HAS_LETTERS");
    assertThat(administrator.get(at + "/refusals").expect(200).response().body())
        .contains("3,ROW,\"Phone\",NUMBER_HAS_LETTERS,\"abc\"");

    var records = "/api/lists/" + list + "/records";
    for (var query : new String[] {"احمد", "0944123456", "+963944123456", "حلب"})
      assertThat(
              administrator
                  .get(records + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                  .body()
                  .at("/items/0/name")
                  .asString())
          .as(query)
          .isEqualTo("ليلى أحمد");
    assertThat(administrator.get(records + "?query=nobody").body().path("items")).isEmpty();
    assertThat(administrator.get("/api/lists/" + list + "/totals").body().path("records").asInt())
        .isOne();
  }

  @Test
  void aListWithRecordsKeepsWhatTheyRestOnAndABoundOneStays() {
    var list = made();
    administrator
        .send(
            "POST",
            "/api/lists/" + list + "/imports?fileName=a&policy=ADD&columns=1",
            "p\n0944123456\n")
        .expect(201);
    Await.until(
        () ->
            administrator.get("/api/lists/" + list + "/totals").body().path("records").asInt()
                == 1);
    Await.until(
        () ->
            administrator
                .get("/api/lists/" + list + "/imports")
                .body()
                .at("/0/state")
                .asString()
                .equals("DONE"));
    var changed = LIST.replace("MOBILE", "HOME");
    assertThat(administrator.send("PUT", "/api/lists/" + list, changed).expect(409).problem())
        .isEqualTo("fields-fixed");
    administrator.send("PUT", "/api/lists/" + list, LIST.replace("Spring", "Summer")).expect(200);
    administrator.delete("/api/lists/" + list).expect(204);
    administrator.get("/api/lists/" + list).expect(404);
  }

  @Test
  void anImportSaysWhatIsMissingBeforeAnythingIsRead() {
    var imports = "/api/lists/" + made() + "/imports?fileName=a&policy=ADD&columns=";
    assertThat(administrator.send("POST", imports + ",2", "x").expect(422).problem())
        .isEqualTo("column-missing");
    assertThat(administrator.send("POST", imports + "1,9", "x").expect(422).problem())
        .isEqualTo("columns-invalid");
    logIn("agent").send("POST", imports + "1", "x").expect(403);
  }

  @Test
  void whatMustNotBeCalledIsAddedByHandAndFromAFile() {
    var made =
        administrator
            .post(
                "/api/do-not-call",
                Map.of(
                    "name",
                    "Never",
                    "kind",
                    "NUMBER",
                    "expiresDays",
                    0,
                    "everywhere",
                    true,
                    "fed",
                    true))
            .expect(201);
    var at = "/api/do-not-call/" + made.body().at("/list/id").asString();
    var added =
        administrator
            .send(
                "POST",
                at + "/entries",
                "{\"values\": [\"0944123456\", \"nobody\"], \"region\": \"SY\", \"reason\":"
                    + " \"asked\"}")
            .expect(200)
            .body();
    assertThat(added.path("added").asInt()).isOne();
    assertThat(added.at("/refused/0").asString()).isEqualTo("nobody");
    var imported =
        administrator
            .send("POST", at + "/imports?region=SY", "الرقم\n٠٩٤٤١٢٣٤٥٧\n0944123458\n")
            .expect(200)
            .body();
    assertThat(imported.path("added").asInt()).isEqualTo(2);
    assertThat(imported.path("refused").asInt()).isOne();
    assertThat(administrator.get(at + "/entries").body().path("items")).hasSize(3);
    administrator.delete(at + "/entries?value=%2B963944123456").expect(204);
    assertThat(administrator.get(at + "/entries").body().path("items")).hasSize(2);
    administrator.delete(at).expect(204);
  }

  private String made() {
    return administrator.send("POST", "/api/lists", LIST).expect(201).body().path("id").asString();
  }
}
