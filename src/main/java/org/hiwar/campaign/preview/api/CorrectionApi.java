package org.hiwar.campaign.preview.api;

import java.util.List;
import java.util.Map;
import org.hiwar.campaign.PreviewId;
import org.hiwar.campaign.list.Correction.Wish;
import org.hiwar.campaign.list.FieldType;
import org.hiwar.campaign.list.ListLimits;
import org.hiwar.campaign.preview.Correcting;
import org.hiwar.campaign.preview.Correcting.Correctable;
import org.hiwar.campaign.preview.PreviewAnswer;
import org.hiwar.campaign.preview.PreviewProblem;
import org.hiwar.campaign.preview.Previews.Asker;
import org.hiwar.campaign.rule.NumberKind;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Corrections of the record at hand.
@RestController
@RequestMapping("/api/previews/{preview}/correction")
@Requires(Privilege.CORRECT_RECORDS)
class CorrectionApi {
  private final Correcting correcting;

  CorrectionApi(Correcting correcting) {
    this.correcting = correcting;
  }

  /// `kind` of a number; null: it is none. `value` empty: nothing stands there.
  record CorrectableField(
      String name, FieldType type, @Nullable NumberKind kind, boolean required, String value) {
    static CorrectableField of(Correctable one) {
      var field = one.field();
      return new CorrectableField(
          field.name(), field.type(), field.kind(), field.needed(), one.value());
    }
  }

  /// In the order of the list.
  record CorrectableFields(List<CorrectableField> fields) {}

  /// Only fields that are to be others.
  record CorrectionWish(List<Wish> fields) {}

  @GetMapping
  CorrectableFields fields(CurrentUser agent, @PathVariable PreviewId preview) {
    return switch (correcting.form(asker(agent, preview))) {
      case Correcting.Form.Shown(var all) ->
          new CorrectableFields(all.stream().map(CorrectableField::of).toList());
      case Correcting.Form.Not(var why) -> throw refusal(why);
    };
  }

  /// All of it or nothing. What cannot stand in the list is refused with `refused`, each with its
  /// reason; what somebody else has changed meanwhile, with `fields` and what stands there `now`.
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void correct(
      CurrentUser agent, @PathVariable PreviewId preview, @RequestBody CorrectionWish wish) {
    if (wish.fields().size() > ListLimits.FIELDS)
      throw PreviewProblem.UNKNOWN_FIELD.refusal(Map.of());
    var answer = answer(agent, preview, wish);
    if (!(answer instanceof PreviewAnswer.Done)) throw refusal(answer);
  }

  private static Refusal refusal(PreviewAnswer answer) {
    return switch (answer) {
      case PreviewAnswer.No(var why, var more) -> why.refusal(more);
      case PreviewAnswer.NotFound _, PreviewAnswer.Done _ -> Refusal.notFound();
    };
  }

  /// Two who give their records the same key at the same moment: the second is told to look again.
  private PreviewAnswer answer(CurrentUser agent, PreviewId preview, CorrectionWish wish) {
    try {
      return correcting.correct(asker(agent, preview), wish.fields());
    } catch (DuplicateKeyException _) {
      return PreviewAnswer.no(PreviewProblem.RECORD_HELD);
    }
  }

  private static Asker asker(CurrentUser agent, PreviewId preview) {
    return new Asker(agent.workspace(), agent.user(), preview);
  }
}
