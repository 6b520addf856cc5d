package org.hiwar.campaign.preview;

import java.time.Duration;
import java.util.SplittableRandom;
import org.hiwar.campaign.preview.Witness.Violation;
import org.hiwar.campaign.rule.NextCall;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What an agent does with the record on the screen: often once, sometimes twice, from another tab,
/// or with one that is over.
final class Clicks {
  private final SimulatedProcess process;
  private final World world;
  private final SplittableRandom random;

  Clicks(SimulatedProcess process, World world, SplittableRandom random) {
    this.process = process;
    this.world = world;
    this.random = random;
  }

  void review(UserId id) {
    var found = process.stores.previews().ofAgent(process.workspace, id);
    if (found.isEmpty()) return;
    var preview = found.get();
    var asker = new Previews.Asker(process.workspace, id, preview.id());
    if (random.nextInt(40) == 0)
      asker =
          new Previews.Asker(
              process.workspace, new UserId(1 + random.nextInt(World.AGENTS)), preview.id());
    switch (preview.state()) {
      case PreviewState.Reviewing _ -> reviewing(asker);
      case PreviewState.Deciding _ -> {
        if (random.nextInt(3) != 0) dial(asker);
        agree(asker);
      }
      case PreviewState.Dialing _, PreviewState.Talking _ -> agree(asker);
      case PreviewState.Queued _, PreviewState.Offered _, PreviewState.Ended _ -> {}
    }
  }

  private void reviewing(Previews.Asker asker) {
    switch (random.nextInt(10)) {
      case 0, 1 -> {
        complete(asker);
        if (random.nextInt(3) == 0) complete(asker);
        if (random.nextInt(3) == 0) skip(asker);
      }
      case 2 -> {
        skip(asker);
        if (random.nextInt(3) == 0) skip(asker);
        if (random.nextInt(3) == 0) complete(asker);
      }
      case 3 -> {}
      default -> {
        for (int tries = random.nextInt(1, 4); tries > 0; tries--) dial(asker);
        if (random.nextInt(8) == 0) complete(asker);
      }
    }
  }

  private void complete(Previews.Asker asker) {
    var wish = random.nextInt(4) == 0 ? World.RESULTS.get(random.nextInt(3)).id() : null;
    if (process.desk.complete(asker, wish, "") instanceof PreviewAnswer.Done)
      ended(asker, PreviewState.Outcome.COMPLETED);
  }

  private void skip(Previews.Asker asker) {
    if (process.desk.skip(asker, null) instanceof PreviewAnswer.Done)
      ended(asker, PreviewState.Outcome.SKIPPED);
  }

  /// What was answered is stored, and stays.
  private void ended(Previews.Asker asker, PreviewState.Outcome as) {
    var now = process.stores.previews().find(process.workspace, asker.preview());
    if (now.isEmpty() || !now.get().state().equals(new PreviewState.Ended(as)))
      throw new Violation("answered, and not stored: " + as + " of " + now);
  }

  private void dial(Previews.Asker asker) {
    var unused = process.dialling.dial(asker, goal());
  }

  private Dialling.Goal goal() {
    if (random.nextInt(5) == 0) return new Dialling.Goal.Given(world.number());
    return new Dialling.Goal.OfRecord(1 + random.nextInt(random.nextBoolean() ? 1 : 3));
  }

  private void agree(Previews.Asker asker) {
    if (random.nextInt(3) != 0) return;
    var unused = process.desk.nextCall(asker, random.nextInt(6) == 0 ? null : wish());
  }

  private NextCall wish() {
    var from = process.now().plusSeconds(random.nextInt(-60, 600));
    @Nullable String number = random.nextInt(3) == 0 ? world.number() : null;
    return new NextCall(
        from, from.plus(Duration.ofMinutes(random.nextInt(1, 60))), number, random.nextBoolean());
  }
}
