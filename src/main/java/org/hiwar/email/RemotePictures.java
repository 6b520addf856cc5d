package org.hiwar.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.hiwar.platform.outbound.OutboundHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Fetches the pictures of a mail that lie elsewhere, so that the agent's browser asks nobody: who
/// sent the mail learns neither the agent's address nor what they browse with (security rows 2 and
/// 3). Only through the outbound guard, each redirection anew; only what is a picture by its
/// content, whatever it calls itself. Whatever goes wrong leaves that picture out.
@Component
class RemotePictures {
  private static final Map<String, String> TYPES =
      Map.of("png", "image/png", "jpeg", "image/jpeg", "gif", "image/gif");
  private static final Map<String, String> ASKED =
      Map.of("Accept", "image/png,image/jpeg,image/gif", "User-Agent", "Hiwar");

  private final OutboundHttp http;
  private final Duration within;
  private final Semaphore places = new Semaphore(EmailLimits.PICTURES_AT_ONCE);

  @Autowired
  RemotePictures(OutboundHttp http) {
    this(http, EmailLimits.PICTURES_WITHIN);
  }

  /// @param within that much time all of them are there, or left out
  RemotePictures(OutboundHttp http, Duration within) {
    this.http = http;
    this.within = within;
  }

  /// What a page shows for them (`data:`), by their addresses; some may be missing. Blocks.
  Map<String, String> fetch(List<String> addresses) {
    var some = addresses.stream().limit(EmailLimits.PICTURES).toList();
    var left = new AtomicLong(EmailLimits.INLINE_BYTES);
    var asked = new ArrayList<Callable<Optional<String>>>();
    for (var address : some) asked.add(() -> picture(address, left));
    var found = new HashMap<String, String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(asked, within.toMillis(), TimeUnit.MILLISECONDS);
      for (int i = 0; i < some.size(); i++) {
        var address = some.get(i);
        got(answers.get(i)).ifPresent(content -> found.put(address, content));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return found;
  }

  private static Optional<String> got(Future<Optional<String>> answer) throws InterruptedException {
    if (answer.isCancelled()) return Optional.empty();
    try {
      return answer.get();
    } catch (ExecutionException _) {
      return Optional.empty();
    }
  }

  private Optional<String> picture(String address, AtomicLong left)
      throws IOException, InterruptedException {
    places.acquire();
    try {
      var body = body(URI.create(address), EmailLimits.PICTURE_REDIRECTS);
      var type = body.flatMap(RemotePictures::type);
      if (type.isEmpty() || left.addAndGet(-body.get().length) < 0) return Optional.empty();
      var content = Base64.getEncoder().encodeToString(body.get());
      return Optional.of("data:" + type.get() + ";base64," + content);
    } finally {
      places.release();
    }
  }

  private Optional<byte[]> body(URI address, int redirects) throws IOException {
    var answer =
        http.send(
            new OutboundHttp.Request(
                "GET", address, ASKED, new byte[0], within, EmailLimits.PICTURE_BYTES));
    if (answer.status() == 200) return Optional.of(answer.body());
    var elsewhere = answer.headers().get("location");
    if (answer.status() / 100 != 3 || elsewhere == null || redirects == 0) return Optional.empty();
    var next = address.resolve(URI.create(elsewhere));
    if (!address.getScheme().equalsIgnoreCase(next.getScheme())) return Optional.empty();
    return body(next, redirects - 1);
  }

  /// By the content, of which no more is read than how large it is drawn; empty: no such picture.
  private static Optional<String> type(byte[] body) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(body))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) return Optional.empty();
      var reader = readers.next();
      try {
        reader.setInput(in, true, true);
        var type = TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        return pixels > EmailLimits.PICTURE_PIXELS ? Optional.empty() : Optional.ofNullable(type);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }
}
