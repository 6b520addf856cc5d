package org.hiwar.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hiwar.Requirement;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.FoldedPatterns;
import org.hiwar.email.EmailStore;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The activities of contacts with very many of them, and what finds some of them.
@Tag("api")
class ActivitiesTest {
  private static final int MANY = 20_500;
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  @Requirement({"S0-59", "S0-63"})
  void thousandsOfActivitiesArePagedNewestFirstWithoutAGapOrARepeat() {
    var contact = contactWith(MANY);
    assertThat(ids(contact, ActivityFilter.ALL))
        .hasSize(MANY)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a))
        .doesNotHaveDuplicates();
  }

  @Test
  @Requirement("S0-59")
  void aPageIsReadAlongTheIndexWhateverLiesBeforeIt() {
    var contact = contactWith(MANY);
    var middle = page(contact, ActivityFilter.ALL, Optional.empty(), 200).next();
    for (var after : List.of(Optional.<ActivityCursor>empty(), middle)) {
      var plan = plan(new ActivityQuery(contact, ActivityFilter.ALL, after, 50));
      assertThat(plan).doesNotContain("Seq Scan on interaction");
      assertThat(plan)
          .as("as many rows as a page has")
          .containsPattern("interaction_activities[^\\n]*actual rows=51\\.00 loops=1\\)");
    }
  }

  @Test
  @Requirement("S0-63")
  void whatIsOlderThanOnePageLooksThroughIsFoundByTheNext() {
    var contact = contactWith(MANY);
    note(contact, 20, "the refund of Ümit");
    var filter = words("refund umit");
    var first = page(contact, filter, Optional.empty(), 50);
    assertThat(first.items()).isEmpty();
    assertThat(first.next()).isPresent();
    assertThat(ids(contact, filter)).hasSize(1);
  }

  @Test
  @Requirement("S0-63")
  void wordsAreFoundHoweverTheyAreWritten() {
    var arabic = scene.customerWrites("v1", "وصلتني الفَاتُورةُ رقم ٠٩٩ من أحمد، سعرها 50% [خطأ]");
    var contact = scene.interaction(arabic.interaction()).contact();
    for (var query : List.of("فاتوره", "الفاتورة 099", "احمد", "أحْمَد", "50%", "[خطا]"))
      assertThat(ids(contact, words(query)))
          .as(query)
          .containsExactly(arabic.interaction().value());
    for (var query : List.of("فاتورتان", "098", "50_", "أحمد سالم", "."))
      assertThat(ids(contact, words(query))).as(query).isEmpty();
  }

  @Test
  @Requirement("S0-63")
  void filtersHoldTogether() {
    var chat = scene.acceptedChat("v1");
    var interaction = scene.interaction(chat.interaction());
    var contact = interaction.contact();
    var at = interaction.arrivedAt();
    assertThat(ids(contact, filter("web", at, at.plusMillis(1), scene.amal, scene.service)))
        .containsExactly(interaction.id().value());
    assertThat(ids(contact, filter("sms", null, null, null, null))).isEmpty();
    assertThat(ids(contact, filter(null, at.plusMillis(1), null, null, null))).isEmpty();
    assertThat(ids(contact, filter(null, null, at, null, null))).isEmpty();
    assertThat(ids(contact, filter(null, null, null, scene.sam, null))).isEmpty();
    assertThat(ids(contact, filter("web", null, null, scene.amal, scene.voice))).isEmpty();

    var choices = scene.activities.choices(scene.workspace, contact);
    assertThat(choices.channels())
        .extracting(ActivityChoices.ByChannel::channel)
        .containsExactly("web");
    assertThat(choices.agents()).containsExactly(scene.amal);
    assertThat(choices.services()).containsExactly(scene.service);
  }

  @Test
  @Requirement("S0-63")
  void aMailIsFoundByItsSubject() {
    var mail = scene.customerWrites("v1", "As announced.");
    var contact = scene.interaction(mail.interaction()).contact();
    subject(mail, "Ihr Gepäck: الحقيبة الثانية");
    var mails = new ActivityStore(scene.database, List.of(new EmailStore(scene.database)));
    for (var query : List.of("gepack", "الحقيبه الثانيه"))
      assertThat(found(mails, contact, query)).as(query).hasSize(1);
    assertThat(found(mails, contact, "الأولى")).isEmpty();
  }

  private List<Activity> found(ActivityStore activities, ContactId contact, String query) {
    var asked = new ActivityQuery(contact, words(query), Optional.empty(), 50);
    return activities.page(scene.workspace, asked).items();
  }

  private void subject(Message message, String subject) {
    scene.database.in(
        scene.workspace.value(),
        db -> {
          for (var insert :
              """
              insert into channel_account (workspace, id, channel, name, address, service, created_at) values (:w, 1, 'email', 'Orders', 'orders@shop.example', :service, now())
              insert into email_thread (workspace, id, account, token, subject, began_at, last_at) values (:w, 1, 1, 'token', '', now(), now())
              insert into email (workspace, id, account, thread, message, message_id, in_reply_to, reference_ids, parties, subject, text, html, why, marks, at) values (:w, 1, 1, 1, :message, '', '', '{}', '{}', :subject, '', '', 'NEW', '{}', now())
              """
                  .lines()
                  .toList())
            db.sql(insert)
                .param("w", scene.workspace.value())
                .param("service", scene.service.value())
                .param("message", message.id().value())
                .param("subject", subject)
                .update();
          return message;
        });
  }

  private static ActivityFilter words(String query) {
    return new ActivityFilter(null, null, null, null, null, FoldedPatterns.of(query));
  }

  private static ActivityFilter filter(
      @Nullable String channel,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable UserId agent,
      @Nullable ServiceId service) {
    return new ActivityFilter(channel, from, until, agent, service, List.of());
  }

  private ActivityPage page(
      ContactId contact, ActivityFilter filter, Optional<ActivityCursor> after, int limit) {
    return scene.activities.page(scene.workspace, new ActivityQuery(contact, filter, after, limit));
  }

  /// The ids of all of them, in the order of the pages.
  private List<Long> ids(ContactId contact, ActivityFilter filter) {
    var ids = new ArrayList<Long>();
    var after = Optional.<ActivityCursor>empty();
    do {
      var page = page(contact, filter, after, 200);
      page.items().forEach(one -> ids.add(one.interaction().id().value()));
      after = page.next().flatMap(cursor -> ActivityCursor.parse(cursor.text()));
    } while (after.isPresent());
    return ids;
  }

  private String plan(ActivityQuery query) {
    var some = ActivityRange.of(scene.workspace, query, 51);
    return scene.database.in(
        scene.workspace.value(),
        db ->
            db
                .sql(
                    "explain (analyze, costs off, timing off, summary off) select i.id from "
                        + some.sql()
                        + " true order by i.arrived_at desc, i.id desc limit 51")
                .params(some.values())
                .query(String.class)
                .list()
                .stream()
                .map(Objects::toString)
                .collect(Collectors.joining("\n")));
  }

  /// The interactions of a year, two of them in every instant, so that the id decides.
  private ContactId contactWith(int interactions) {
    var contact = scene.contacts.create(scene.workspace, "Jane", "en").id();
    scene.database.in(
        scene.workspace.value(),
        db -> {
          db.sql(
                  "insert into conversation (workspace, id, contact, opened_at, closed_at,"
                      + " ended_at) values (?, 1, ?, now(), now(), now())")
              .params(scene.workspace.value(), contact.value())
              .update();
          db.sql(
                  """
                  insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, global_id, arrived_at, live_until, ended_at, outcome)
                  select ?, n, 1, ?, 'CHAT', 'web', 'INBOUND', ?, gen_random_uuid(), timestamptz '2026-01-01' + (n / 2) * interval '10 minutes', now(), now(), 'ABANDONED'
                  from generate_series(1, ?) n\
                  """)
              .params(scene.workspace.value(), contact.value(), scene.service.value(), interactions)
              .update();
          return db.sql("analyze interaction").update();
        });
    return contact;
  }

  private void note(ContactId contact, long interaction, String notes) {
    scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql("update interaction set notes = ? where contact = ? and id = ?")
                .params(notes, contact.value(), interaction)
                .update());
  }
}
