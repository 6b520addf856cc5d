package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerPageTest {
  /// What the pages as a whole require, with no sentence to read it from.
  private static final Set<String> OF_THE_WHOLE_PAGE = Set.of("S0-1", "S0-2", "S0-89", "S2-106");

  @ParameterizedTest
  @MethodSource("pages")
  void theSentencesAreNumberedInOrder(CustomerPage page) {
    assertThat(page.sentences())
        .extracting(CustomerPage.Sentence::number)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, page.sentences().size()).boxed().toList());
  }

  @Test
  void bothPagesAreThereInFull() {
    assertThat(CustomerPage.CONVERSATIONS.sentences()).hasSize(26);
    assertThat(CustomerPage.CALLING_RECORDS.sentences()).hasSize(30);
  }

  @Test
  void everyRequirementIsReadFromOneSentenceOrTheWholePage() {
    var read =
        pages()
            .flatMap(page -> page.sentences().stream())
            .flatMap(sentence -> sentence.requirements().stream())
            .toList();
    var lines = Line.allIn(Repository.text("docs/spec/requirements.md")).stream().map(Line::id);

    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(
            lines.filter(id -> !OF_THE_WHOLE_PAGE.contains(id)).collect(Collectors.toList()));
  }

  private static Stream<CustomerPage> pages() {
    return Stream.of(CustomerPage.CONVERSATIONS, CustomerPage.CALLING_RECORDS);
  }
}
