package org.hiwar.floor.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A piece of work on this floor and where it stands. Private to the core; changed only by `Floor`.
final class Item implements Comparable<Item> {
  private Work work;
  private ServiceQueue queue;
  private int precedence;
  private Instant rank;
  private WorkState state;
  /// Where it waits; null unless it is queued for its service.
  @Nullable Line line;
  boolean dirty;

  Item(Work work, ServiceQueue queue, WorkState state) {
    this.work = work;
    this.queue = queue;
    this.precedence = work.precedence(queue.rules());
    this.rank = work.rank(queue.rules());
    this.state = state;
  }

  Work work() {
    return work;
  }

  ServiceQueue queue() {
    return queue;
  }

  WorkState state() {
    return state;
  }

  void become(WorkState next) {
    state = next;
  }

  /// Never while it waits: the rank changes with the rules.
  void moveTo(Work work, ServiceQueue queue) {
    this.work = work;
    this.queue = queue;
    this.precedence = work.precedence(queue.rules());
    this.rank = work.rank(queue.rules());
  }

  /// What was given away is not given any more. Its rank stays what it was.
  void accepted() {
    work = work.accepted();
  }

  @Override
  public int compareTo(Item other) {
    if (precedence != other.precedence) return Integer.compare(other.precedence, precedence);
    int byRank = rank.compareTo(other.rank);
    return byRank != 0 ? byRank : Long.compare(work.id().value(), other.work.id().value());
  }

  /// Between queues of one agent: first the medium's precedence, then rank.
  boolean goesBefore(Item other) {
    int byMedium = work.medium().compareTo(other.work.medium());
    return byMedium != 0 ? byMedium < 0 : compareTo(other) < 0;
  }
}
