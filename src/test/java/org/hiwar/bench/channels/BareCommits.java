package org.hiwar.bench.channels;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Sheet;

/// What the disk and PostgreSQL do when they are asked for nothing else: one row, one commit.
final class BareCommits {
  private static final int CONNECTIONS = 8;

  private final ChannelsPlace place;

  BareCommits(ChannelsPlace place) {
    this.place = place;
  }

  void run(Sheet sheet, ChannelsSize size) throws Exception {
    place.slowly("create table bare_message (id bigint primary key, text text not null)");
    try {
      var rates = new ArrayList<Double>();
      for (int i = 0; i < size.repetitions(); i++) rates.add(commits(size.seconds() / 2));
      sheet.add(
          new Figure(
              "one row and its commit",
              "bare PostgreSQL",
              "1/s",
              Map.of("connections", Integer.toString(CONNECTIONS)),
              rates));
    } finally {
      place.slowly("drop table bare_message");
    }
  }

  private double commits(double seconds) throws InterruptedException {
    var done = new AtomicLong();
    long from = System.nanoTime();
    long until = from + (long) (seconds * 1e9);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < CONNECTIONS; i++)
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    var db = org.springframework.jdbc.core.simple.JdbcClient.create(place.pool);
                    while (System.nanoTime() < until) {
                      db.sql("insert into bare_message (id, text) values (?, 'as long as a text')")
                          .param(place.ids.next())
                          .update();
                      done.incrementAndGet();
                    }
                  }));
    for (var thread : threads) thread.join();
    return done.get() / ((System.nanoTime() - from) / 1e9);
  }
}
