package org.hiwar.campaign.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListStoreTest {
  private final ListScene scene = new ListScene();

  @Test
  void aListIsReadAsItWasWritten() {
    var list = scene.list();
    assertThat(scene.lists.find(scene.workspace, list.id()).orElseThrow())
        .usingRecursiveComparison()
        .ignoringFields("createdAt")
        .isEqualTo(list);
    assertThat(scene.lists.all(scene.workspace)).hasSize(1);
  }

  @Test
  void noTwoListsHaveOneName() {
    var first = scene.list("One", ListScene.FIELDS);
    var second = scene.list("Two", ListScene.FIELDS);
    var renamed =
        new CallingList(
            second.id(), "One", "DE", second.zone(), second.fields(), 3, second.createdAt());
    assertThat(scene.lists.change(scene.workspace, renamed)).isFalse();
    assertThat(scene.lists.add(scene.workspace, first)).isFalse();
  }

  @Test
  void recordsAreReadWithTheirNumbers() {
    var list = scene.list();
    var one = scene.record(list, "+963112345678", "SY", "1", "دمشق");
    var two = scene.record(list, "+4930123456", "DE", "2", "Berlin");
    var read =
        scene.database.in(
            scene.workspace.value(),
            db -> scene.records.find(db, scene.workspace, List.of(one, two)));
    assertThat(read).extracting(CallingRecord::id).containsExactlyInAnyOrder(one, two);
    var page = scene.records.page(scene.workspace, list, RecordQuery.of("030 123456", "DE"), 0);
    assertThat(page)
        .singleElement()
        .satisfies(
            record -> assertThat(record.numbers().getFirst().number()).isEqualTo("+4930123456"))
        .satisfies(record -> assertThat(record.shown(list.fields())).hasSize(2));
  }
}
